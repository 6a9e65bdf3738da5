import { Letters1700000300000 } from './persistence/migrations/1700000300000-letters';

export { LetterComposer, LetterComposers, type LetterContent, type LetterInHand } from './application/letter-composers';
export { ListLetterReviews, type LetterReview } from './application/list-letter-reviews.query';
export { ListLetters, type LetterProgress, type ListedLetter } from './application/list-letters.query';
export { OrderLetter, type LetterOrder, type OrderedLetter } from './application/order-letter';
export { ReleaseLetter } from './application/release-letter';
export type { Letter, LetterId, LetterLanguage, LetterPurpose } from './domain/letter';
export { LetterLimitReached, LetterUnderWay } from './domain/letter.errors';
export { LETTER_POSTED } from './domain/letter.events';
export { LetterRepository } from './persistence/letter.repository';
export { LettersJobsModule, lettersSchedules } from './letters-jobs.module';
export { LettersModule } from './letters.module';

export const lettersMigrations = [Letters1700000300000];
