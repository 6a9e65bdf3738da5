import { hash } from 'node:crypto';
import { newId } from '@of/kernel';
import { keyedHash, type Sealer } from '@of/platform';
import { ibanContext } from '../iban-context';
import type { BankAccount, Member } from '../../domain/member';

const FINGERPRINT_BYTES = 16;
const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Writes a member as lines of the text form of COPY: one for the person, one per insurance period.
 * The bank account leaves this process sealed; its fingerprint is keyed, because an IBAN could be guessed from a bare hash.
 */
export class MemberEncoder {
  constructor(
    private readonly sealer: Sealer,
    private readonly secret: string,
  ) {}

  encode(line: number, member: Member): { person: string; periods: string } {
    const { externalId, kvnr, givenName, familyName, dateOfBirth, email, phone, address, bankAccount } = member;
    const id = newId<'InsuredPerson'>();
    const identity = [kvnr, givenName, familyName, dateOfBirth];
    const contact = [email, phone];
    const place = [address.street, address.houseNumber, address.postalCode, address.city, address.country];
    let cover = '';
    let periods = '';
    for (const { from, to, kind, mainMemberExternalId } of member.insurancePeriods) {
      const period = row([from, to, kind, mainMemberExternalId]);
      cover += `${period}\n`;
      periods += `${id}\t${period}\n`;
    }
    const fingerprints = [
      fingerprint(row(identity)),
      fingerprint(row(contact)),
      fingerprint(row(place)),
      this.accountFingerprint(bankAccount),
      fingerprint(cover),
    ];
    const texts = row([externalId, ...identity, ...contact, ...place]);
    const person = `${line}\t${id}\t${texts}\t${this.account(externalId, bankAccount)}\t${fingerprints.join('\t')}\n`;
    return { person, periods };
  }

  private account(externalId: string, account: BankAccount | null): string {
    if (!account) return '\\N\t\\N\t\\N';
    const sealed = this.sealer.seal(account.iban, ibanContext(externalId));
    return `${bytes(sealed.toString('hex'))}\t${row([account.iban.slice(-4), account.accountHolder])}`;
  }

  private accountFingerprint(account: BankAccount | null): string {
    if (!account) return fingerprint('');
    const keyed = keyedHash(this.secret, 'membership.bank_account', row([account.iban, account.accountHolder]));
    return bytes(keyed.toString('hex', 0, FINGERPRINT_BYTES));
  }
}

/** Values in the text form of COPY; it tells null from empty and no value can reach into the next. */
function row(values: readonly (string | null)[]): string {
  return values.map(field).join('\t');
}

function field(value: string | null): string {
  if (value === null) return '\\N';
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => escapes[character] as string) : value;
}

function bytes(hex: string): string {
  return `\\\\x${hex}`;
}

function fingerprint(text: string): string {
  return bytes(hash('sha256', text, 'hex').slice(0, 2 * FINGERPRINT_BYTES));
}
