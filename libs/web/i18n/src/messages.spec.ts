import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { formatDay, formatDayShort, formatWeekday, m, setLanguage } from './index';

const folder = path.join(__dirname, '../messages');
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as Record<string, string>;
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(readdirSync(path.join(folder, 'de')))('%s', (file) => {
  const [german, english] = [read('de', file), read('en', file)];

  it('is complete in both languages', () => expect(Object.keys(english)).toEqual(Object.keys(german)));

  it('fills in the same in both languages', () => {
    for (const [key, text] of Object.entries(german)) {
      expect([key, placeholders(english[key] ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  it('keeps to the tone: no exclamation marks, no arrows, nothing empty', () => {
    for (const [key, text] of [...Object.entries(german), ...Object.entries(english)]) {
      if (key === '$schema' || key === 'password_rule_special') continue;
      expect([key, text]).toEqual([key, expect.not.stringMatching(/!|\u2192|\u202f|^\s*$/)]);
    }
  });
});

describe('language', () => {
  afterEach(() => setLanguage('de'));

  it('switches texts and dates at once, tells the page, and is kept', () => {
    expect(m.shell_help()).toBe('Hilfe');
    expect(formatDay('2026-12-01')).toBe('1.\u00a0Dezember 2026');
    expect(formatWeekday('2026-12-01')).toBe('Dienstag, 1. Dezember 2026');
    setLanguage('en');
    expect(m.shell_help()).toBe('Help');
    expect(formatDayShort('2026-12-01')).toEqual({ day: '1', month: 'Dec' });
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('of.language')).toBe('en');
  });
});
