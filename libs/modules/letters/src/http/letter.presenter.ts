import type { ListedLetter } from '../application/list-letters.query';
import type { LettersResponse } from './dto/letters.response';

export function presentLetters(letters: ListedLetter[]): LettersResponse {
  return {
    items: letters.map((letter) => ({
      ...letter,
      createdAt: letter.createdAt.toISOString(),
      handedOverAt: letter.handedOverAt?.toISOString() ?? null,
      postedAt: letter.postedAt?.toISOString() ?? null,
    })),
    nextCursor: null,
  };
}
