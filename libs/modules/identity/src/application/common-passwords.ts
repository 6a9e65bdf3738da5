import { Injectable } from '@nestjs/common';
import { Branding } from '@of/platform';
import { dictionary } from '@zxcvbn-ts/language-common';

const lookAlikes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  '!': 'i',
};
/** German words at the top of every list of stolen passwords; the dictionary's own list is mostly English. */
const germanFavourites = [
  'passwort',
  'passwoerter',
  'hallo',
  'willkommen',
  'geheim',
  'schatz',
  'sommer',
  'winter',
  'fruehling',
  'herbst',
  'qwertz',
  'qwertzuiop',
  'qwertzuiopue',
  'asdfghjkl',
  'yxcvbnm',
  'deutschland',
  'ichliebedich',
  'krankenkasse',
  'versicherung',
  'gesundheit',
  'fussball',
  'schalke',
  'bayern',
  'berlin',
  'muenchen',
  'hamburg',
  'dresden',
  'testtest',
  'meinpasswort',
  'passwortpasswort',
  'hallohallo',
  'onlinefiliale',
];

/**
 * Knows passwords that attackers try first: the exact ones, and those that are one common word dressed up with figures,
 * signs and capitals, like "Passwort1234!".
 */
@Injectable()
export class CommonPasswords {
  private readonly words: ReadonlySet<string>;

  constructor(branding: Branding) {
    this.words = new Set([
      ...dictionary['passwords'].map((word) => String(word).toLowerCase()),
      ...germanFavourites,
      branding.insurerName.toLowerCase(),
      branding.serviceName.toLowerCase(),
    ]);
  }

  has(password: string): boolean {
    const folded = password.toLowerCase();
    if (this.words.has(folded)) return true;
    const core = withoutEdges(folded);
    // Before and after trimming: "p4ssw0rt-2026" hides its word one way, "4nna" the other.
    return [core, plain(core), withoutEdges(plain(folded))].some(
      (word) => word.length >= 4 && this.words.has(transliterate(word)),
    );
  }
}

/** Without the figures and signs in front and behind. */
function withoutEdges(word: string): string {
  return word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

function plain(word: string): string {
  return [...word].map((character) => lookAlikes[character] ?? character).join('');
}

function transliterate(word: string): string {
  return word.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss');
}
