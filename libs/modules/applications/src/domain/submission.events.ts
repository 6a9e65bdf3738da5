import type { SubmissionId } from './submission';

interface Whose {
  readonly accountId: string;
  readonly id: SubmissionId;
}

const told = ({ accountId, id }: Whose) => ({ accountId, submissionId: id });

/** The receiving system has not acknowledged a submission in time. Payload `{ accountId, submissionId }`. */
export const SUBMISSION_OVERDUE = 'applications.submission-overdue';
/** The scanner refused the document. Payload `{ accountId, submissionId }`. */
export const SUBMISSION_REJECTED = 'applications.submission-rejected';

export const submissionOverdue = (whose: Whose) => ({ name: SUBMISSION_OVERDUE, payload: told(whose) }) as const;
export const submissionRejected = (whose: Whose) => ({ name: SUBMISSION_REJECTED, payload: told(whose) }) as const;
