import { DateOnly } from '@of/kernel';

export const legalKinds = ['terms', 'privacy'] as const;

/** `terms`: terms of use, which are accepted. `privacy`: privacy notice, which is acknowledged. */
export type LegalKind = (typeof legalKinds)[number];

export const legalLanguages = ['de', 'en'] as const;
export type LegalLanguage = (typeof legalLanguages)[number];

export interface LegalText {
  readonly title: string;
  /** What is new against the version before, in a sentence or two. */
  readonly changes: string;
  /** Markdown. */
  readonly content: string;
}

/** One version of a legal text, in every language. */
export interface LegalDocument {
  readonly kind: LegalKind;
  readonly version: string;
  readonly publishedAt: DateOnly;
  readonly texts: Readonly<Record<LegalLanguage, LegalText>>;
}

export interface DocumentVersion {
  readonly kind: LegalKind;
  readonly version: string;
}

/** The version in force on a day: the one published last, not counting those still to come. */
export function currentVersion(
  documents: readonly LegalDocument[],
  kind: LegalKind,
  on: DateOnly,
): LegalDocument | undefined {
  return documents
    .filter((document) => document.kind === kind && !document.publishedAt.isAfter(on))
    .reduce<LegalDocument | undefined>(
      (latest, document) => (latest && latest.publishedAt.isAfter(document.publishedAt) ? latest : document),
      undefined,
    );
}

export function isLegalKind(value: string): value is LegalKind {
  return (legalKinds as readonly string[]).includes(value);
}
