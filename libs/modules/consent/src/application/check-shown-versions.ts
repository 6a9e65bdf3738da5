import { Injectable } from '@nestjs/common';
import { type FieldError } from '@of/kernel';
import { ListLegalDocuments } from './list-legal-documents.query';

export interface ShownVersions {
  readonly termsVersion: string;
  readonly privacyVersion: string;
}

/** Makes sure that what somebody says was shown to them was published. Whether it is accepted counts in the first session. */
@Injectable()
export class CheckShownVersions {
  constructor(private readonly legalDocuments: ListLegalDocuments) {}

  /** @returns a fault `unknown-version` at `/termsVersion`, `/privacyVersion`; none when both were published */
  async execute({ termsVersion, privacyVersion }: ShownVersions): Promise<FieldError[]> {
    const published = await this.legalDocuments.execute();
    const faults: FieldError[] = [];
    if (!published.some(({ kind, version }) => kind === 'terms' && version === termsVersion)) {
      faults.push({ pointer: '/termsVersion', code: 'unknown-version' });
    }
    if (!published.some(({ kind, version }) => kind === 'privacy' && version === privacyVersion)) {
      faults.push({ pointer: '/privacyVersion', code: 'unknown-version' });
    }
    return faults;
  }
}
