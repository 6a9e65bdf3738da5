import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type DateOnly } from '@of/kernel';
import { AppConfig } from '@of/platform';
import {
  currentVersion,
  legalKinds,
  legalLanguages,
  type LegalDocument,
  type LegalKind,
  type LegalLanguage,
} from '../domain/legal-document';
import { parseLegalText, type ParsedLegalText } from '../domain/parse-legal-text';

const versionFile = /^([A-Za-z0-9][A-Za-z0-9._-]{0,39})\.(de|en)\.md$/;

/**
 * The legal texts, read once from `LEGAL_DIR/<kind>/<version>.<lang>.md`. Every version is there in every language and
 * every kind has one: otherwise the process does not start.
 */
@Injectable()
export class LegalLibrary {
  readonly documents: readonly LegalDocument[];

  constructor(config: AppConfig) {
    const folder = resolve(config.LEGAL_DIR);
    this.documents = legalKinds.flatMap((kind) => readKind(folder, kind));
  }

  currentOn(day: DateOnly): LegalDocument[] {
    return legalKinds.flatMap((kind) => currentVersion(this.documents, kind, day) ?? []);
  }
}

/** Newest first. */
function readKind(root: string, kind: LegalKind): LegalDocument[] {
  const folder = join(root, kind);
  const versions = new Map<string, Partial<Record<LegalLanguage, ParsedLegalText>>>();
  for (const name of listFolder(folder)) {
    const [, version, language] = versionFile.exec(name) ?? [];
    if (!version || !language) throw new Error(`${join(folder, name)}: expected <version>.<de|en>.md`);
    versions.set(version, { ...versions.get(version), [language]: readText(join(folder, name)) });
  }
  if (versions.size === 0) throw new Error(`${folder}: there is no legal text of kind ${kind}`);
  const documents = [...versions]
    .map(([version, texts]) => assemble(join(folder, version), kind, version, texts))
    .sort((one, other) => other.publishedAt.compare(one.publishedAt));
  const twin = documents.find(({ publishedAt }, index) => documents[index + 1]?.publishedAt.equals(publishedAt));
  if (twin) throw new Error(`${folder}: two versions were published on ${twin.publishedAt}; which one is in force?`);
  return documents;
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    throw new Error(`${folder}: this folder with legal texts cannot be read (LEGAL_DIR)`);
  }
}

function readText(path: string): ParsedLegalText {
  try {
    return parseLegalText(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

function assemble(
  path: string,
  kind: LegalKind,
  version: string,
  texts: Partial<Record<LegalLanguage, ParsedLegalText>>,
): LegalDocument {
  const missing = legalLanguages.filter((language) => !texts[language]);
  if (missing.length > 0) throw new Error(`${path}: there is no text in ${missing.join(', ')}`);
  const { de, en } = texts as Record<LegalLanguage, ParsedLegalText>;
  if (!de.publishedAt.equals(en.publishedAt))
    throw new Error(`${path}: the languages name different days of publishing`);
  return { kind, version, publishedAt: de.publishedAt, texts: { de, en } };
}
