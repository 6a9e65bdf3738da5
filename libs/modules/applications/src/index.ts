import { Certificates1700000520001 } from './persistence/migrations/1700000520001-certificates';
import { Submissions1700000520002 } from './persistence/migrations/1700000520002-submissions';
import { OpenSubmissions1700000520003 } from './persistence/migrations/1700000520003-open-submissions';

export { AcknowledgeSubmission, type Acknowledgement } from './application/acknowledge-submission';
export { ApplicationsJobsModule, applicationsSchedules } from './applications-jobs.module';
export { ApplicationsModule } from './applications.module';
export { SUBMISSION_OVERDUE, SUBMISSION_REJECTED } from './domain/submission.events';
export { SubmissionProgressRepository } from './persistence/submission-progress.repository';
export { SubmissionRepository } from './persistence/submission.repository';

export const applicationsMigrations = [
  Certificates1700000520001,
  Submissions1700000520002,
  OpenSubmissions1700000520003,
];
