export { DocumentsJobsModule, DocumentsModule, documentsSchedules } from './documents.module';

export const documentsMigrations = [];
