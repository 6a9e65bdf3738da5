import { Injectable } from '@nestjs/common';
import { Database } from '@of/platform';
import { LetterRepository } from '../persistence/letter.repository';

/** Forgets what stood in letters that were handed over a day ago: the secret is on paper then. */
@Injectable()
export class EraseLetterContent {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterRepository,
  ) {}

  execute(): Promise<void> {
    return this.database.transaction((tx) => this.letters.eraseContent(tx));
  }
}
