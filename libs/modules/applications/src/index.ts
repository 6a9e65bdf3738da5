import { Certificates1700000520001 } from './persistence/migrations/1700000520001-certificates';
import { Submissions1700000520002 } from './persistence/migrations/1700000520002-submissions';
import { ReceivedSickNotes1700000520004 } from './persistence/migrations/1700000520004-received-sick-notes';
import { OpenSubmissions1700000520003 } from './persistence/migrations/1700000520003-open-submissions';

export { AcknowledgeSubmission, type Acknowledgement } from './application/acknowledge-submission';
export { TakeSickNote } from './application/take-sick-note';
export { ApplicationsJobsModule, applicationsSchedules } from './applications-jobs.module';
export { ApplicationsModule } from './applications.module';
export { SUBMISSION_OVERDUE, SUBMISSION_REJECTED } from './domain/submission.events';
export { ReceivedSickNoteRepository } from './persistence/received-sick-note.repository';
export { SubmissionProgressRepository } from './persistence/submission-progress.repository';
export { SubmissionRepository } from './persistence/submission.repository';

export const applicationsMigrations = [
  Certificates1700000520001,
  Submissions1700000520002,
  OpenSubmissions1700000520003,
  ReceivedSickNotes1700000520004,
];
