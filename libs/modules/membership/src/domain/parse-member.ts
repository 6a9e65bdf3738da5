import { Kvnr, type DateOnly, type FieldError } from '@of/kernel';
import { FieldReader } from './field-reader';
import { PHONE_SHAPE, readAddress, readBankAccount } from './contact-fields';
import type { InsuranceKind, InsurancePeriod, Member } from './member';

export type ParsedMember =
  { readonly ok: true; readonly member: Member } | { readonly ok: false; readonly faults: readonly FieldError[] };

const memberFields = new Set([
  ...['externalId', 'kvnr', 'givenName', 'familyName', 'dateOfBirth', 'address', 'email', 'phone', 'bankAccount'],
  'insurancePeriods',
]);
const periodFields = new Set(['from', 'to', 'kind', 'mainMemberExternalId']);

const externalIdShape = /^[\x21-\x7e]+$/;
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MOST_PERIODS = 100;

/**
 * Reads one insured person: a line of the import, or the body of a partner's request. Every fault is named at once,
 * with a JSON pointer and a stable code.
 */
export function parseMember(input: unknown, today: DateOnly): ParsedMember {
  const faults: FieldError[] = [];
  const reader = FieldReader.of(input, '', faults);
  if (!reader) return { ok: false, faults };
  reader.allowOnly(memberFields);

  const dateOfBirth = reader.day('dateOfBirth');
  if (dateOfBirth > String(today)) reader.fault('dateOfBirth', 'date-in-future');
  const externalId = reader.match('externalId', 64, externalIdShape, 'external-id-format');
  const member = {
    externalId,
    kvnr: reader.parsed('kvnr', (input) => Kvnr.tryParse(input))?.value ?? '',
    givenName: reader.text('givenName', 100),
    familyName: reader.text('familyName', 100),
    dateOfBirth,
    email: reader.optionalMatch('email', 254, emailShape, 'email-format'),
    phone: reader.optionalMatch('phone', 40, PHONE_SHAPE, 'phone-format'),
    address: readAddress(reader.raw('address'), '/address', faults),
    bankAccount: reader.has('bankAccount') ? readBankAccount(reader.raw('bankAccount'), '/bankAccount', faults) : null,
    insurancePeriods: readPeriods(reader.raw('insurancePeriods'), externalId, faults),
  };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, member };
}

function readPeriods(input: unknown, externalId: string, faults: FieldError[]): InsurancePeriod[] {
  const pointer = '/insurancePeriods';
  const entries: unknown[] = Array.isArray(input) ? input : [];
  if (entries.length === 0)
    faults.push({ pointer, code: input && !Array.isArray(input) ? 'list-expected' : 'required' });
  if (entries.length > MOST_PERIODS) faults.push({ pointer, code: 'too-many' });
  if (entries.length === 0 || entries.length > MOST_PERIODS) return [];

  const periods = entries.map((entry, index) => readPeriod(entry, `${pointer}/${index}`, externalId, faults));
  // Days as text sort as days do.
  const read = periods.filter((period) => period !== null).sort((one, other) => (one.from < other.from ? -1 : 1));
  const overlap = read.some((period, index) => {
    const next = read[index + 1];
    return next !== undefined && (period.to === null || next.from <= period.to);
  });
  if (overlap) faults.push({ pointer, code: 'periods-overlap' });
  return read;
}

function readPeriod(input: unknown, path: string, externalId: string, faults: FieldError[]): InsurancePeriod | null {
  const reader = FieldReader.of(input, path, faults);
  if (!reader) return null;
  reader.allowOnly(periodFields);
  const from = reader.day('from');
  const to = reader.optionalDay('to');
  if (to !== null && to < from) reader.fault('to', 'date-order');
  const kind = reader.raw('kind');
  if (kind !== 'member' && kind !== 'family') {
    reader.fault('kind', reader.has('kind') ? 'value-unknown' : 'required');
    return null;
  }
  return { from, to, kind, mainMemberExternalId: readMainMember(reader, kind, externalId) };
}

function readMainMember(reader: FieldReader, kind: InsuranceKind, externalId: string): string | null {
  const name = 'mainMemberExternalId';
  if (kind === 'family') {
    const mainMember = reader.match(name, 64, externalIdShape, 'external-id-format');
    if (mainMember !== '' && mainMember === externalId) reader.fault(name, 'main-member-self');
    return mainMember;
  }
  if (reader.has(name)) reader.fault(name, 'main-member-unexpected');
  return null;
}
