import { Injectable } from '@nestjs/common';
import { DateOnly } from '@of/kernel';
import { Database } from '@of/platform';
import { isMet, type DraftKey, type DraftMetadata, type Expectation } from '../domain/draft';
import { draftRulesOn } from '../domain/draft-rules';
import { draftChanged, returnUrlInvalid } from '../domain/draft.errors';
import { DraftRepository } from '../persistence/draft.repository';
import { DraftContents, type FormData } from './draft-contents';

/** A page of this portal, and nothing that a browser could take for another site. */
const pageOfPortal = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,299}$/;

/** Keeps what somebody has typed so far, so that they can go on later, on another device, too. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftRepository,
    private readonly contents: DraftContents,
  ) {}

  /**
   * @param draft.expected what the writer believes to be stored
   * @throws ValidationError with `return-url`; DomainError `draft-changed`, `payload-too-large`
   */
  async execute(
    key: DraftKey,
    draft: { formData: FormData; version: number; returnUrl: string; expected: Expectation },
  ): Promise<DraftMetadata> {
    const { formData, version, returnUrl, expected } = draft;
    if (!pageOfPortal.test(returnUrl)) throw returnUrlInvalid();
    const sealedFormData = this.contents.seal(formData, key);
    return this.database.transaction(async (tx) => {
      const present = await this.drafts.hold(tx, key);
      if (!isMet(expected, present)) throw draftChanged();
      const { keepDays } = draftRulesOn(DateOnly.parse(await this.drafts.today(tx)));
      const saved = await this.drafts.save(tx, key, { version, returnUrl, sealedFormData, keepDays, present });
      if (!saved) throw draftChanged();
      const act = present === null ? 'drafts.draft-begun' : 'drafts.draft-saved';
      await tx.audit({ actor: key.accountId, subject: key.subject, act, details: { form: key.form } });
      return saved;
    });
  }
}
