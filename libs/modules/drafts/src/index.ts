import { Drafts1700000510000 } from './persistence/migrations/1700000510000-drafts';

export { ListDrafts } from './application/list-drafts.query';
export type { DraftSummary } from './domain/draft';
export { draftForms, type DraftForm } from './domain/forms';
export { DraftsJobsModule, DraftsModule, draftsSchedules } from './drafts.module';
export { presentSummary as presentDraft } from './http/draft.presenter';
export { DraftSummaryResponse } from './http/dto/drafts.dto';

export const draftsMigrations = [Drafts1700000510000];
