import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealer, type SealContext, type Tx } from '@of/platform';
import canonicalize from 'canonicalize';
import { approvalStale } from '../domain/approval.errors';
import { ApprovalRepository } from '../persistence/approval.repository';

const contextOf = (id: string): SealContext => `approval.approval.sealed_payload:${id}`;

/** SHA-256 of a value in its canonical form (RFC 8785). */
export function hashOf(value: unknown): Buffer {
  return createHash('sha256')
    .update(canonicalize(value) as string)
    .digest();
}

/** What will be done, sealed between asking and releasing. */
@Injectable()
export class ApprovalPayloads {
  constructor(
    private readonly sealer: Sealer,
    private readonly approvals: ApprovalRepository,
  ) {}

  seal(approvalId: string, payload: unknown): Buffer {
    return this.sealer.seal(JSON.stringify(payload), contextOf(approvalId));
  }

  /** @throws DomainError `approval-stale` when the seal is broken: nothing is done */
  async open(tx: Tx, approvalId: string): Promise<unknown> {
    const sealed = await this.approvals.sealedPayload(tx, approvalId);
    return JSON.parse(this.unseal(sealed, approvalId).toString());
  }

  private unseal(sealed: Buffer, approvalId: string): Buffer {
    try {
      return this.sealer.open(sealed, contextOf(approvalId));
    } catch {
      throw approvalStale();
    }
  }
}
