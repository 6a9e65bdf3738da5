import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@of/platform';
import { faqGroups, groupTitles, type FaqGroup, type FaqGroupId, type FaqItem, type FaqLanguage } from '../domain/faq';
import { parseFaq, type ParsedFaq } from '../domain/parse-faq';

const faqFile = /^([a-z0-9][a-z0-9-]{0,79})\.(de|en)\.md$/;

/**
 * The questions and answers, read once from `FAQ_DIR/<group>/<id>.<lang>.md`. A group without a folder is empty; a file
 * that cannot be understood, or lacks its other language, stops the boot.
 */
@Injectable()
export class FaqLibrary {
  private readonly groups: Readonly<Record<FaqLanguage, readonly FaqGroup[]>>;

  constructor(config: AppConfig) {
    const root = resolve(config.FAQ_DIR);
    const known = listFolder(root);
    if (!known) throw new Error(`${root}: this folder with questions and answers cannot be read (FAQ_DIR)`);
    const stray = known.filter((name) => !(faqGroups as readonly string[]).includes(name));
    if (stray.length > 0) throw new Error(`${join(root, stray[0] as string)}: there is no such group`);
    const files = faqGroups.map((group) => ({ group, faqs: readGroup(join(root, group)) }));
    const inLanguage = (language: FaqLanguage) => files.map(({ group, faqs }) => assemble(group, faqs, language));
    this.groups = { de: inLanguage('de'), en: inLanguage('en') };
  }

  inLanguage(language: FaqLanguage): readonly FaqGroup[] {
    return this.groups[language];
  }
}

type Faqs = Map<string, Record<FaqLanguage, ParsedFaq>>;

function assemble(id: FaqGroupId, faqs: Faqs, language: FaqLanguage): FaqGroup {
  const items = [...faqs]
    .map(([itemId, texts]) => ({ itemId, ...texts[language] }))
    .sort((one, other) => one.order - other.order || one.itemId.localeCompare(other.itemId))
    .map(({ itemId, question, answer }): FaqItem => ({ id: itemId, question, answer }));
  return { id, title: groupTitles[id][language], items };
}

function readGroup(folder: string): Faqs {
  const found = new Map<string, Partial<Record<FaqLanguage, ParsedFaq>>>();
  for (const name of listFolder(folder) ?? []) {
    const [, id, language] = faqFile.exec(name) ?? [];
    if (!id || !language) throw new Error(`${join(folder, name)}: expected <id>.<de|en>.md`);
    found.set(id, { ...found.get(id), [language]: readFaq(join(folder, name)) });
  }
  for (const [id, { de, en }] of found) {
    if (!de || !en) throw new Error(`${join(folder, id)}: there is no text in ${de ? 'en' : 'de'}`);
  }
  return found as Faqs;
}

function readFaq(path: string): ParsedFaq {
  try {
    return parseFaq(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

function listFolder(folder: string): string[] | null {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return null;
  }
}
