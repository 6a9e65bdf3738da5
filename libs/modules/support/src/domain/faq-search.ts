import type { FaqItem } from './faq';

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** A text as it is compared. Both ways of writing an umlaut without its dots are kept: `andern` and `aendern`. */
function foldings(text: string): [string, string] {
  const lower = text.normalize('NFC').toLowerCase().replace(/ß/g, 'ss');
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '');
  return [
    plain,
    lower
      .replace(/[äöü]/g, (letter) => umlauts[letter] as string)
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  ];
}

/** Targets of links are no text that anybody reads. */
function readable(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/g, ']');
}

/** The items in which every word of the query occurs, in the question or in the answer. */
export function searchFaqs(items: readonly FaqItem[], query: string): FaqItem[] {
  const words = query.split(/\s+/).filter(Boolean).map(foldings);
  return items.filter(({ question, answer }) => {
    const [plain, spelled] = foldings(`${question}\n${readable(answer)}`);
    return words.every(([plainWord, spelledWord]) => plain.includes(plainWord) || spelled.includes(spelledWord));
  });
}
