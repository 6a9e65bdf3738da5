import { Injectable } from '@nestjs/common';
import type { DraftKey, DraftMetadata } from '../domain/draft';
import { draftNotFound } from '../domain/draft.errors';
import { DraftRepository } from '../persistence/draft.repository';
import { DraftContents, type FormData } from './draft-contents';

export interface Draft extends DraftMetadata {
  formData: FormData;
}

@Injectable()
export class ReadDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly contents: DraftContents,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(key: DraftKey): Promise<Draft> {
    const draft = await this.drafts.find(key);
    if (!draft) throw draftNotFound();
    const { sealedFormData, ...metadata } = draft;
    return { ...metadata, formData: this.contents.open(sealedFormData, key) };
  }
}
