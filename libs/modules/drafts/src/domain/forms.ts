/**
 * Forms that can be saved half-way. A form that is not in this list has no draft: an address says which form it means, and
 * nothing else is stored under it.
 */
export const draftForms = ['document-submission', 'address-change', 'certificate-request'] as const;

export type DraftForm = (typeof draftForms)[number];

export function parseForm(input: string): DraftForm | null {
  return draftForms.find((form) => form === input) ?? null;
}
