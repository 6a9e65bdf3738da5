import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, newReference } from '@of/kernel';
import { Sealer, type Tx } from '@of/platform';
import type { ChangeKind } from '../domain/change';
import { ChangeRepository } from '../persistence/change.repository';

/**
 * Writes down a change that the member made, for the core system and for the member's own record. What was changed is
 * sealed; the reference is what people name.
 */
@Injectable()
export class RecordChange {
  constructor(
    private readonly sealer: Sealer,
    private readonly changes: ChangeRepository,
  ) {}

  /** @returns id of the change */
  async execute(
    tx: Tx,
    change: {
      accountId: string;
      insuredId: string;
      kind: ChangeKind;
      content: unknown;
      /** `YYYY-MM-DD`; today when missing. */
      appliesFrom?: string;
      approvalId?: string;
      payoutsHeldUntil?: Date | null;
    },
  ): Promise<string> {
    const id = newId<'Change'>();
    const { accountId, insuredId, kind, content } = change;
    await this.changes.insert(tx, {
      id,
      insuredId,
      kind,
      appliesFrom: change.appliesFrom ?? null,
      reference: newReference('DA', randomBytes),
      approvalId: change.approvalId ?? null,
      payoutsHeldUntil: change.payoutsHeldUntil ?? null,
      sealedContent: this.sealer.seal(JSON.stringify(content), `personal_data.change.sealed_content:${id}`),
    });
    await tx.audit({ actor: accountId, subject: insuredId, act: `personal-data.${kind}-changed`, object: id });
    return id;
  }
}
