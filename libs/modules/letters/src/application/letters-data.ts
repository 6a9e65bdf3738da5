import { Injectable } from '@nestjs/common';
import { PersonalDataSource, PersonalDataSources, type DataSubject, type Kept, type Tx } from '@of/platform';
import { LetterRepository } from '../persistence/letter.repository';

/** Letters of an account: what has not left goes; of the others stays that they were sent, not what stood in them. */
@Injectable()
export class LettersData extends PersonalDataSource {
  readonly name = 'letters';

  constructor(
    sources: PersonalDataSources,
    private readonly letters: LetterRepository,
  ) {
    super();
    sources.register(this);
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    if ((await this.letters.eraseOfAccount(tx, accountId)) === 0) return [];
    return [
      {
        what: {
          de: 'Dass und wann wir Ihnen Briefe zu Ihrem Zugang geschickt haben, ohne deren Inhalt',
          en: 'That and when we sent you letters about your account, without their contents',
        },
        why: {
          de: 'Damit weisen wir nach, an wen Briefe mit einem Code gingen.',
          en: 'With it we prove to whom letters with a code went.',
        },
      },
    ];
  }
}
