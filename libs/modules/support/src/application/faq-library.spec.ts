import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppConfig } from '@of/platform';
import { FaqLibrary } from './faq-library';
import { ListFaqs } from './list-faqs.query';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'of-faq-'));
  put('login', 'passwort-vergessen', 2);
  put('login', 'benutzername', 1);
  put('general', 'wofuer', 1);
});

afterEach(() => rmSync(folder, { recursive: true }));

function put(group: string, id: string, order: number, languages = ['de', 'en']): void {
  mkdirSync(join(folder, group), { recursive: true });
  for (const language of languages) {
    const file = join(folder, group, `${id}.${language}.md`);
    writeFileSync(file, `---\nquestion: "${id} ${language}?"\norder: ${order}\n---\nAntwort ${language}\n`);
  }
}

const load = () => new FaqLibrary({ FAQ_DIR: folder } as AppConfig);

describe('ListFaqs', () => {
  it('A8 shows the five groups in their order, each with its questions in theirs', () => {
    const groups = new ListFaqs(load()).execute('de');
    expect(groups.map(({ id, items }) => [id, ...items.map((item) => item.id)])).toEqual([
      ['general', 'wofuer'],
      ['registration'],
      ['login', 'benutzername', 'passwort-vergessen'],
      ['second-factor'],
      ['support'],
    ]);
    expect(groups[2]?.items[1]).toEqual({
      id: 'passwort-vergessen',
      question: 'passwort-vergessen de?',
      answer: 'Antwort de\n',
    });
  });

  it('A8 speaks English and keeps empty groups when searching', () => {
    const groups = new ListFaqs(load()).execute('en', 'vergessen EN');
    expect(groups.map(({ title }) => title)).toEqual([
      'General',
      'Registration',
      'Log in',
      'Two-factor login',
      'Help and contact',
    ]);
    expect(groups.map(({ items }) => items.length)).toEqual([0, 0, 1, 0, 0]);
  });

  it.each([
    ['a missing translation', () => put('login', 'neu', 3, ['de']), /neu: there is no text in en/],
    ['an unknown group', () => put('offers', 'neu', 1), /offers: there is no such group/],
    ['a foreign file', () => writeFileSync(join(folder, 'login', 'notes.txt'), ''), /notes\.txt: expected/],
    ['a broken head', () => writeFileSync(join(folder, 'login', 'neu.de.md'), 'x'), /neu\.de\.md: no head/],
    ['no order', () => writeFileSync(join(folder, 'login', 'neu.de.md'), '---\nquestion: A\n---\nx'), /order/],
    [
      'no answer',
      () => writeFileSync(join(folder, 'login', 'neu.de.md'), '---\nquestion: A\norder: 1\n---\n'),
      /no answer/,
    ],
  ])('stops the boot on %s', (_, spoil, reason) => {
    spoil();
    expect(load).toThrow(reason);
  });

  it('stops the boot without its folder', () => {
    expect(() => new FaqLibrary({ FAQ_DIR: join(folder, 'none') } as AppConfig)).toThrow(/FAQ_DIR/);
  });
});
