import './http/problem-texts';
import { Module, type Type } from '@nestjs/common';
import { type ScheduledTask } from '@of/platform';
import { DeleteDraft } from './application/delete-draft';
import { DraftContents } from './application/draft-contents';
import { DraftsData } from './application/drafts-data';
import { ForgetExpiredDrafts } from './application/forget-expired-drafts';
import { ListDrafts } from './application/list-drafts.query';
import { ReadDraft } from './application/read-draft.query';
import { SaveDraft } from './application/save-draft';
import { DraftsController } from './http/drafts.controller';
import { ForgetExpiredDraftsTask } from './jobs/forget-expired-drafts.job';
import { DraftRepository } from './persistence/draft.repository';

@Module({
  controllers: [DraftsController],
  providers: [DeleteDraft, DraftContents, DraftRepository, DraftsData, ListDrafts, ReadDraft, SaveDraft],
  exports: [ListDrafts],
})
export class DraftsModule {}

/** What this room does again and again; the worker puts it on its schedule. */
export const draftsSchedules: Type<ScheduledTask>[] = [ForgetExpiredDraftsTask];

@Module({ providers: [DraftContents, DraftRepository, DraftsData, ForgetExpiredDrafts, ForgetExpiredDraftsTask] })
export class DraftsJobsModule {}
