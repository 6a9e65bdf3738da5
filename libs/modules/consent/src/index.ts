import { Consent1700000200000 } from './persistence/migrations/1700000200000-consent';

export { AcknowledgeDocuments } from './application/acknowledge-documents';
export { CheckShownVersions, type ShownVersions } from './application/check-shown-versions';
export { ListDueDocuments } from './application/list-due-documents.query';
export { ConsentJobsModule, ConsentModule } from './consent.module';
export { isLegalKind, legalKinds, type DocumentVersion, type LegalKind } from './domain/legal-document';

export const consentMigrations = [Consent1700000200000];
