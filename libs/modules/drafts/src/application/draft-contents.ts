import { Injectable } from '@nestjs/common';
import { Sealer, type SealContext } from '@of/platform';
import type { DraftKey } from '../domain/draft';
import { MOST_BYTES } from '../domain/draft-rules';
import { draftTooLarge } from '../domain/draft.errors';

export type FormData = Record<string, unknown>;

const contextOf = ({ accountId, subject, form }: DraftKey): SealContext =>
  `drafts.draft.sealed_form_data:${accountId}/${subject}/${form}`;

/** What somebody has typed so far may be about their health: it is stored sealed, and never looked into. */
@Injectable()
export class DraftContents {
  constructor(private readonly sealer: Sealer) {}

  /** @throws DomainError `payload-too-large` */
  seal(formData: FormData, key: DraftKey): Buffer {
    const text = Buffer.from(JSON.stringify(formData));
    if (text.length > MOST_BYTES) throw draftTooLarge();
    return this.sealer.seal(text, contextOf(key));
  }

  open(sealed: Buffer, key: DraftKey): FormData {
    return JSON.parse(String(this.sealer.open(sealed, contextOf(key)))) as FormData;
  }
}
