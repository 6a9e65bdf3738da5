import './http/problem-texts';
import { Module } from '@nestjs/common';
import { AcknowledgeDocuments } from './application/acknowledge-documents';
import { CheckShownVersions } from './application/check-shown-versions';
import { ConsentData } from './application/consent-data';
import { LegalLibrary } from './application/legal-library';
import { ListDueDocuments } from './application/list-due-documents.query';
import { ListLegalDocuments } from './application/list-legal-documents.query';
import { LegalDocumentsController } from './http/legal-documents.controller';
import { AcknowledgementRepository } from './persistence/acknowledgement.repository';

const useCases = [ListDueDocuments, AcknowledgeDocuments, CheckShownVersions];

/** Legal texts and who acknowledged them, for the API. */
@Module({
  controllers: [LegalDocumentsController],
  providers: [LegalLibrary, AcknowledgementRepository, ConsentData, ListLegalDocuments, ...useCases],
  exports: useCases,
})
export class ConsentModule {}

/** Consent for the worker: what goes with an account that is erased. */
@Module({ providers: [AcknowledgementRepository, ConsentData] })
export class ConsentJobsModule {}
