import { Injectable } from '@nestjs/common';
import { OpenDocument } from '@of/documents';
import type { ExportedPart, ExportSubject, Words } from '@of/platform';
import { PostboxItemsRepository, type PostboxView } from '../persistence/postbox-items.repository';
import { everyItem } from './every-item';

const fields: Record<string, Words> = {
  file: { de: 'Die PDF-Datei dazu, im Ordner `post`', en: 'Its PDF, in the folder `post`' },
  kind: { de: 'Art der Post', en: 'Kind of post' },
  subject: { de: 'Betreff', en: 'Subject' },
  text: { de: 'Der Brief als Text, wenn es ihn gibt', en: 'The letter as text, where there is one' },
  sentAt: { de: 'In Ihr Postfach gelegt am', en: 'Put into your postbox on' },
  isRead: { de: 'Ob Sie es gelesen haben', en: 'Whether you have read it' },
  isPrivate: { de: 'Ob andere es nicht sehen, die für Sie handeln', en: 'Whether those who act for you do not see it' },
  announcedOn: { de: 'Ein Bescheid gilt als bekannt gegeben am', en: 'A decision counts as announced on' },
  objectionUntil: { de: 'Widerspruch möglich bis', en: 'Objection possible until' },
};

/** A person's own post for their export. Like the postbox itself it takes the second factor. */
@Injectable()
export class ExportPost {
  constructor(
    private readonly items: PostboxItemsRepository,
    private readonly documents: OpenDocument,
  ) {}

  async *execute({ accountId, insuredId, level }: ExportSubject): AsyncGenerator<ExportedPart> {
    if (level !== 'full') return;
    const view = { accountId, insuredId, isSelf: true };
    yield {
      kind: 'table',
      name: 'post',
      about: { de: 'Was wir Ihnen in Ihr Postfach geschickt haben', en: 'What we sent to your postbox' },
      fields,
      rows: this.rows(view),
    };
    for await (const { item, file } of everyItem(this.items, view)) {
      yield {
        kind: 'file',
        name: `post/${file}`,
        open: async () => (await this.documents.execute({ subject: insuredId, documentId: item.documentId })).stream,
      };
    }
  }

  private async *rows(view: PostboxView): AsyncGenerator<object> {
    for await (const { item, file } of everyItem(this.items, view, { withText: true })) {
      const { kind, subject, text, sentAt, isRead, isPrivate, announcedOn, objectionUntil } = item;
      yield { file, kind, subject, text, sentAt, isRead, isPrivate, announcedOn, objectionUntil };
    }
  }
}
