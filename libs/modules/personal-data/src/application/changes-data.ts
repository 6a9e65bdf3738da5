import { Injectable } from '@nestjs/common';
import { EraseDocument } from '@of/documents';
import {
  PersonalDataSource,
  PersonalDataSources,
  Sealer,
  type DataSubject,
  type ExportedPart,
  type ExportSubject,
  type Kept,
  type Tx,
} from '@of/platform';
import { DataExportRepository } from '../persistence/data-export.repository';
import { ChangeRepository } from '../persistence/change.repository';
import { PersonViewRepository } from '../persistence/person-view.repository';

/** Changes that a member made belong to the insurance, not to the account; exports of their data go with it. */
@Injectable()
export class ChangesData extends PersonalDataSource {
  readonly name = 'personal-data';

  constructor(
    sources: PersonalDataSources,
    private readonly changes: ChangeRepository,
    private readonly sealer: Sealer,
    private readonly exports: DataExportRepository,
    private readonly documents: EraseDocument,
    private readonly views: PersonViewRepository,
  ) {
    super();
    sources.register(this);
  }

  async *export({ insuredId, level }: ExportSubject): AsyncIterable<ExportedPart> {
    const changes = await this.changes.listSealed(insuredId);
    yield {
      kind: 'table',
      name: 'aenderungen',
      about: {
        de: 'Was Sie an Anschrift, Bankverbindung und Telefonnummer geändert haben',
        en: 'What you changed of address, bank account and telephone number',
      },
      fields: {
        reference: { de: 'Nummer der Änderung', en: 'Reference of the change' },
        kind: { de: 'Was geändert wurde', en: 'What was changed' },
        appliesFrom: { de: 'Gilt ab', en: 'Counts from' },
        createdAt: { de: 'Geändert am', en: 'Changed on' },
        acknowledgedAt: { de: 'Im Bestandssystem übernommen am', en: 'Taken over by the core system on' },
        content: { de: 'Die neuen Angaben; nur mit zweitem Faktor', en: 'The new values; with second factor only' },
      },
      rows: changes.map(({ id, sealed, ...change }) => ({
        ...change,
        content:
          level === 'full'
            ? (JSON.parse(this.sealer.open(sealed, `personal_data.change.sealed_content:${id}`).toString()) as unknown)
            : null,
      })),
    };
  }

  async erase(tx: Tx, { accountId, insuredId }: DataSubject): Promise<Kept[]> {
    for (const { id, documentId } of await this.exports.eraseOfAccount(tx, accountId)) {
      if (documentId) await this.documents.execute(tx, { subject: id, documentId });
    }
    await this.views.erase(tx, accountId);
    if (!(await this.changes.hasAny(tx, insuredId))) return [];
    return [
      {
        what: {
          de: 'Ihre Änderungen an Anschrift, Bankverbindung und Telefonnummer',
          en: 'Your changes of address, bank account and telephone number',
        },
        why: {
          de: 'Sie gehören zu Ihrer Versicherung. Wir müssen belegen können, wann sich etwas geändert hat.',
          en: 'They belong to your insurance. We must be able to prove when something changed.',
        },
      },
    ];
  }
}
