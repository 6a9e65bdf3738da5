import './http/problem-texts';
import { Module } from '@nestjs/common';
import { AcknowledgeDocuments } from './application/acknowledge-documents';
import { CheckShownVersions } from './application/check-shown-versions';
import { LegalLibrary } from './application/legal-library';
import { ListDueDocuments } from './application/list-due-documents.query';
import { ListLegalDocuments } from './application/list-legal-documents.query';
import { LegalDocumentsController } from './http/legal-documents.controller';
import { AcknowledgementRepository } from './persistence/acknowledgement.repository';

const useCases = [ListDueDocuments, AcknowledgeDocuments, CheckShownVersions];

@Module({
  controllers: [LegalDocumentsController],
  providers: [LegalLibrary, AcknowledgementRepository, ListLegalDocuments, ...useCases],
  exports: useCases,
})
export class ConsentModule {}
