import { Award, FileText, Gavel, Info, type LucideIcon } from 'lucide-react';
import type { PostKind } from '@of/api-client';
import { m } from '@of/i18n';

/** What the link to the PDF says. */
export const pdfWords = (pages: number): string =>
  pages === 1 ? m.postbox_pdf_one() : m.postbox_pdf({ pages: String(pages) });

/** Kinds of post in words, and their sign. */
export const postKinds: Record<PostKind, { icon: LucideIcon; name: () => string }> = {
  decision: { icon: Gavel, name: m.postbox_kind_decision },
  letter: { icon: FileText, name: m.postbox_kind_letter },
  certificate: { icon: Award, name: m.postbox_kind_certificate },
  information: { icon: Info, name: m.postbox_kind_information },
};
