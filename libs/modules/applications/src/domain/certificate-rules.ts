import { DateOnly } from '@of/kernel';
import type { CertificateKind } from './certificate';

/** From which age a certificate of a kind makes sense, in force from a day on. */
interface CertificateRules {
  readonly since: string;
  readonly leastAge: Readonly<Record<CertificateKind, number>>;
}

/**
 * Newest first.
 * employer: whoever is not 15 yet must not be employed (§§ 2, 5 JArbSchG). studies: nobody enrols before 16 in practice;
 * a decision of the house, universities set no age.
 */
const dated: readonly CertificateRules[] = [
  { since: '2021-01-01', leastAge: { membership: 0, studies: 16, employer: 15, 'foreign-cover': 0 } },
];

/** The age from which this kind is issued on the given day. */
export function leastAgeFor(kind: CertificateKind, on: DateOnly): number {
  return rulesOn(on.toString()).leastAge[kind];
}

function rulesOn(day: string): CertificateRules {
  return dated.find(({ since }) => since <= day) ?? (dated.at(-1) as CertificateRules);
}
