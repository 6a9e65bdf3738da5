import type { Certificate } from '@of/api-client';
import { m } from '@of/i18n';

const names: Record<Certificate['kind'], { label: () => string; hint: () => string }> = {
  membership: { label: m.certificates_membership, hint: m.certificates_membership_hint },
  employer: { label: m.certificates_employer, hint: m.certificates_employer_hint },
  studies: { label: m.certificates_studies, hint: m.certificates_studies_hint },
  'foreign-cover': { label: m.certificates_foreign, hint: m.certificates_foreign_hint },
};

/** What a kind of certificate is called, and what it is for. */
export function certificateName(kind: Certificate['kind']): { label: string; hint: string } {
  return { label: names[kind].label(), hint: names[kind].hint() };
}
