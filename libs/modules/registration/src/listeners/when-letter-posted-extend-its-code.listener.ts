import { Injectable } from '@nestjs/common';
import { PostedCodes } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { LETTER_POSTED } from '@of/letters';
import { Database, EventListener, type ReceivedEvent } from '@of/platform';

/** When a letter was posted late, its code lives longer than printed. */
@Injectable()
export class WhenLetterPostedExtendItsCode extends EventListener {
  readonly event = LETTER_POSTED;

  constructor(
    private readonly database: Database,
    private readonly codes: PostedCodes,
  ) {
    super();
  }

  async handle({ payload }: ReceivedEvent): Promise<void> {
    const until = DateOnly.parse(payload['validUntil']);
    await this.database.transaction((tx) => this.codes.extendValidity(tx, String(payload['letterId']), until));
  }
}
