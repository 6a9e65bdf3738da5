import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { ReadCoverBreak } from '@of/membership';
import { parseVerificationCode } from '../domain/verification-code';
import type { Verification } from '../domain/verification';
import { VerificationQuery, type FoundCertificate, type FoundReceipt } from '../persistence/verification.query';

/** Asked about where there is nothing, so that an unknown code costs the same statements as a known one. */
const nobody: FoundCertificate = {
  kind: 'membership',
  subject: '00000000-0000-7000-8000-000000000000',
  coverKind: 'member',
  issuedOn: '2020-01-01',
};
const NO_CODE = '';

/** Whether a certificate or a receipt is genuine and still holds. */
@Injectable()
export class VerifyCode {
  constructor(
    private readonly query: VerificationQuery,
    private readonly coverBreaks: ReadCoverBreak,
  ) {}

  /** @throws DomainError `not-found` */
  async execute(input: string): Promise<Verification> {
    const code = parseVerificationCode(input) ?? NO_CODE;
    const [certificate, receipt] = [await this.query.findCertificate(code), await this.query.findReceipt(code)];
    const { kind, subject, coverKind, issuedOn } = certificate ?? nobody;
    const invalidFrom = await this.coverBreaks.execute(subject, coverKind, issuedOn);
    if (receipt) return receiptInWords(receipt);
    if (!certificate) throw new DomainError('not-found', 'not-found');
    const validity = invalidFrom ? 'no-longer-valid' : 'valid';
    return { kind, issuedOn, validity, invalidFrom, receipt: null };
  }
}

/** That something arrived stays true. */
function receiptInWords({ issuedOn, ...receipt }: FoundReceipt): Verification {
  return { kind: 'receipt', issuedOn, validity: 'valid', invalidFrom: null, receipt };
}
