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
import { DraftContents } from './draft-contents';
import { DraftRepository } from '../persistence/draft.repository';

/** What somebody has begun and not sent goes with their account, also what they began for a child. */
@Injectable()
export class DraftsData extends PersonalDataSource {
  readonly name = 'drafts';

  constructor(
    sources: PersonalDataSources,
    private readonly drafts: DraftRepository,
    private readonly contents: DraftContents,
  ) {
    super();
    sources.register(this);
  }

  /** Their own only: what somebody began for a child is about the child. */
  async *export({ accountId, insuredId }: ExportSubject): AsyncIterable<ExportedPart> {
    const rows: object[] = [];
    for (const { form, savedAt, expiresAt } of await this.drafts.list({ accountId, subject: insuredId })) {
      const key = { accountId, subject: insuredId, form };
      const draft = await this.drafts.find(key);
      if (draft) rows.push({ form, savedAt, expiresAt, formData: this.contents.open(draft.sealedFormData, key) });
    }
    yield {
      kind: 'table',
      name: 'entwuerfe',
      about: { de: 'Was Sie begonnen und noch nicht abgeschickt haben', en: 'What you have begun and not sent yet' },
      fields: {
        form: { de: 'Formular', en: 'Form' },
        savedAt: { de: 'Gespeichert am', en: 'Saved on' },
        expiresAt: { de: 'Wird gelöscht am', en: 'Will be erased on' },
        formData: { de: 'Ihre Eingaben', en: 'Your entries' },
      },
      rows,
    };
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    await this.drafts.erase(tx, accountId);
    return [];
  }
}
