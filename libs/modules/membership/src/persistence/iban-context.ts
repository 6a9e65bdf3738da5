import type { SealContext } from '@of/platform';

/** An IBAN is sealed for its person as the core system names it: that name is known before a row exists. */
export function ibanContext(externalId: string): SealContext {
  return `membership.bank_account.iban:${externalId}`;
}
