import { Injectable } from '@nestjs/common';
import {
  entryName,
  PersonalDataSource,
  PersonalDataSources,
  type DataSubject,
  type ExportedPart,
  type ExportSubject,
  type Kept,
  type Tx,
} from '@of/platform';
import { endingOf } from '../domain/file-name';
import { DocumentRepository } from '../persistence/document.repository';
import { OpenDocument } from './open-document';
import { UploadRepository } from '../persistence/upload.repository';

/** Uploads of an account that were never sent go; what was sent belongs to the insurer's files and stays. */
@Injectable()
export class DocumentsData extends PersonalDataSource {
  readonly name = 'documents';

  constructor(
    sources: PersonalDataSources,
    private readonly uploads: UploadRepository,
    private readonly documents: DocumentRepository,
    private readonly open: OpenDocument,
  ) {
    super();
    sources.register(this);
  }

  /** What the member submitted for themselves. The documents that we made are shown by the rooms that made them. */
  async *export({ insuredId, level }: ExportSubject): AsyncIterable<ExportedPart> {
    const sent = await this.documents.ofPerson(insuredId, (tx) => this.documents.listSent(tx, insuredId));
    const named = sent.map((document, at) => ({
      ...document,
      file: entryName(document.title, { number: at + 1, extension: endingOf(document.mediaType) }),
    }));
    yield {
      kind: 'table',
      name: 'dokumente',
      about: { de: 'Dokumente, die Sie eingereicht haben', en: 'Documents that you have submitted' },
      fields: {
        file: {
          de: 'Die Datei dazu im Ordner `dokumente`; nur mit zweitem Faktor',
          en: 'Its file in the folder `dokumente`; with second factor only',
        },
        title: { de: 'Bezeichnung', en: 'Title' },
        mediaType: { de: 'Dateityp', en: 'Type of file' },
        state: {
          de: 'Zustand; enthalten sind nur geprüfte (`clean`)',
          en: 'State; only checked ones (`clean`) are included',
        },
        sha256: { de: 'Prüfsumme (SHA-256)', en: 'Checksum (SHA-256)' },
        createdAt: { de: 'Eingereicht am', en: 'Submitted on' },
      },
      rows: named.map(({ id: _, ...row }) => row),
    };
    if (level !== 'full') return;
    for (const { id, file, state } of named) {
      if (state !== 'clean') continue;
      yield {
        kind: 'file',
        name: `dokumente/${file}`,
        open: async () => (await this.open.execute({ subject: insuredId, documentId: id })).stream,
      };
    }
  }

  async erase(tx: Tx, { accountId }: DataSubject): Promise<Kept[]> {
    const sent = await this.uploads.eraseOfAccount(tx, accountId);
    if (sent === 0) return [];
    return [
      {
        what: { de: 'Dokumente, die Sie eingereicht haben', en: 'Documents that you have submitted' },
        why: {
          de: 'Wir brauchen sie für Ihre Anträge und müssen sie aufbewahren.',
          en: 'We need them for your applications and must keep them.',
        },
      },
    ];
  }
}
