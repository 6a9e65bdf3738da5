import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateOnly } from '@of/kernel';
import type { AppConfig } from '@of/platform';
import { LegalLibrary } from './legal-library';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'of-legal-'));
  for (const kind of ['terms', 'privacy']) {
    mkdirSync(join(folder, kind));
    for (const language of ['de', 'en']) put(kind, `2026-05-01.${language}.md`, '2026-05-01');
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

function put(kind: string, name: string, publishedAt: string): void {
  writeFileSync(join(folder, kind, name), `---\ntitle: T\npublishedAt: ${publishedAt}\nchanges: C\n---\n${name}\n`);
}

const load = () => new LegalLibrary({ LEGAL_DIR: folder } as AppConfig);

describe('LegalLibrary', () => {
  it('A5 A7 knows every version; the one in force is the latest that has been published', () => {
    for (const language of ['de', 'en']) put('terms', `2026-11-01.${language}.md`, '2026-11-01');
    for (const language of ['de', 'en']) put('terms', `2027-01-01.${language}.md`, '2027-01-01');
    const library = load();
    expect(library.documents.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
      'terms 2027-01-01',
      'terms 2026-11-01',
      'terms 2026-05-01',
      'privacy 2026-05-01',
    ]);
    const inForce = (day: string) => library.currentOn(DateOnly.parse(day)).map(({ version }) => version);
    expect(inForce('2026-10-31')).toEqual(['2026-05-01', '2026-05-01']);
    expect(inForce('2026-11-01')).toEqual(['2026-11-01', '2026-05-01']);
    expect(inForce('2027-01-01')).toEqual(['2027-01-01', '2026-05-01']);
    expect(inForce('2026-04-30')).toEqual([]);
    expect(library.documents[1]?.texts.en.content).toBe('2026-11-01.en.md\n');
  });

  it.each([
    [
      'a missing translation',
      () => put('terms', '2026-11-01.de.md', '2026-11-01'),
      /2026-11-01: there is no text in en/,
    ],
    [
      'two versions of one day',
      () => ['de', 'en'].forEach((language) => put('terms', `2.${language}.md`, '2026-05-01')),
      /two versions were published on 2026-05-01/,
    ],
    ['a foreign file', () => put('terms', 'notes.txt', '2026-11-01'), /expected <version>/],
    ['different days', () => put('terms', '2026-05-01.en.md', '2026-05-02'), /different days/],
    ['a missing kind', () => rmSync(join(folder, 'privacy'), { recursive: true }), /cannot be read/],
    ['a broken head', () => writeFileSync(join(folder, 'terms', '1.de.md'), 'Text'), /1\.de\.md: no head/],
  ])('stops the boot on %s', (_, spoil, reason) => {
    spoil();
    expect(load).toThrow(reason);
  });
});
