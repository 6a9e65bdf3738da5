import { Module } from '@nestjs/common';
import { MembershipModule } from '@of/membership';
import { LettersData } from './application/letters-data';
import { ListLetterReviews } from './application/list-letter-reviews.query';
import { ListLetters } from './application/list-letters.query';
import { OrderLetter } from './application/order-letter';
import { ReleaseLetter } from './application/release-letter';
import { LetterRepository } from './persistence/letter.repository';

const useCases = [OrderLetter, ReleaseLetter, ListLetters, ListLetterReviews];

/** What both processes need of this room. */
@Module({
  imports: [MembershipModule],
  providers: [LetterRepository, LettersData, ...useCases],
  exports: [LetterRepository, ...useCases],
})
export class LettersApplicationModule {}
