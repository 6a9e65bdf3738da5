import { Letters1700000300000 } from './persistence/migrations/1700000300000-letters';
import { CertificateLetters1700000520000 } from './persistence/migrations/1700000520000-certificate-letters';
import { Postbox1700000530000 } from './persistence/migrations/1700000530000-postbox';

export { dayInWords, frameData, type FrameData } from './adapters/typesetting/frame-data';
export { plainText } from './adapters/typesetting/plain-text';
export { TypesettingFailure, TypstPress } from './adapters/typesetting/typst-press';
export { DeliverToPostbox } from './application/deliver-to-postbox';
export { LetterComposer, LetterComposers, type LetterContent, type LetterInHand } from './application/letter-composers';
export { senderOf } from './application/letterhead';
export type { Recipient, Sender } from './application/ports/typesetter';
export { ListLetterReviews, type LetterReview } from './application/list-letter-reviews.query';
export { ListLetters, type LetterProgress, type ListedLetter } from './application/list-letters.query';
export { OrderLetter, type LetterOrder, type OrderedLetter } from './application/order-letter';
export { ReleaseLetter } from './application/release-letter';
export { WaitingPosts } from './application/waiting-post';
export type { DeliveredPost } from './domain/delivered-post';
export type { Letter, LetterId, LetterLanguage, LetterPurpose } from './domain/letter';
export { postKinds, type PostKind } from './domain/postbox-item';
export { LetterLimitReached, LetterUnderWay } from './domain/letter.errors';
export { LETTER_POSTED } from './domain/letter.events';
export { LetterRepository } from './persistence/letter.repository';
export { LettersApplicationModule } from './letters-application.module';
export { LettersJobsModule, lettersSchedules } from './letters-jobs.module';
export { LettersModule } from './letters.module';

/** The tables that the postbox lies on, for tests of rooms that run this one. */
export { documentsMigrations } from '@of/documents';

export const lettersMigrations = [Letters1700000300000, CertificateLetters1700000520000, Postbox1700000530000];
