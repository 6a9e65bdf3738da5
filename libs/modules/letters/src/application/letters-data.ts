import { Injectable } from '@nestjs/common';
import {
  PersonalDataSource,
  PersonalDataSources,
  type DataSubject,
  type ExportedPart,
  type ExportSubject,
  type Kept,
  type Tx,
} from '@of/platform';
import { PostboxRepository } from '../persistence/postbox.repository';
import { ExportPost } from './export-post';
import { LetterRepository } from '../persistence/letter.repository';

/** Letters of an account: what has not left goes; of the others stays that they were sent, not what stood in them. */
@Injectable()
export class LettersData extends PersonalDataSource {
  readonly name = 'letters';

  constructor(
    sources: PersonalDataSources,
    private readonly letters: LetterRepository,
    private readonly postbox: PostboxRepository,
    private readonly post: ExportPost,
  ) {
    super();
    sources.register(this);
  }

  async *export(subject: ExportSubject): AsyncIterable<ExportedPart> {
    yield {
      kind: 'table',
      name: 'briefe',
      about: {
        de: 'Briefe, die wir Ihnen mit der Post geschickt haben, ohne die Codes darin',
        en: 'Letters that we sent to you by post, without the codes in them',
      },
      fields: {
        purpose: { de: 'Zweck', en: 'Purpose' },
        state: { de: 'Wie weit der Brief ist', en: 'How far the letter is' },
        createdAt: { de: 'Bestellt am', en: 'Ordered on' },
        postedAt: { de: 'Verschickt am', en: 'Posted on' },
      },
      rows: await this.letters.listOfPerson(subject.insuredId),
    };
    yield* this.post.execute(subject);
  }

  async erase(tx: Tx, { accountId, insuredId }: DataSubject): Promise<Kept[]> {
    await this.postbox.eraseOfAccount(tx, accountId);
    const kept: Kept[] = [];
    if ((await this.letters.eraseOfAccount(tx, accountId)) > 0) kept.push(keptLetters);
    if (await this.postbox.hasAny(tx, insuredId)) kept.push(keptPost);
    return kept;
  }
}

const keptLetters: Kept = {
  what: {
    de: 'Dass und wann wir Ihnen Briefe zu Ihrem Zugang geschickt haben, ohne deren Inhalt',
    en: 'That and when we sent you letters about your account, without their contents',
  },
  why: {
    de: 'Damit weisen wir nach, an wen Briefe mit einem Code gingen.',
    en: 'With it we prove to whom letters with a code went.',
  },
};

const keptPost: Kept = {
  what: {
    de: 'Was wir Ihnen in Ihr Postfach geschickt haben',
    en: 'What we sent to your postbox',
  },
  why: {
    de: 'Unsere Bescheide und Briefe gehören zu Ihrer Versicherung. Das Gesetz sagt, wie lange wir sie aufbewahren. Haben Sie wieder einen Zugang, finden Sie sie dort.',
    en: 'Our decisions and letters belong to your insurance. The law says how long we keep them. Once you have an account again, you will find them there.',
  },
};
