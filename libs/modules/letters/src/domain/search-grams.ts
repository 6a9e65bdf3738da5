const GRAM = 3;
/** More than a letter of 50 pages has; what lies beyond cannot be found by searching. */
const MOST = 8_000;

/** Words as they are compared: lower case, without accents, `ß` as `ss`; what is no letter or figure separates them. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);
}

function gramsOf(word: string): string[] {
  const count = Math.max(0, word.length - GRAM + 1);
  return Array.from({ length: count }, (_, start) => word.slice(start, start + GRAM));
}

/**
 * All sequences of three characters in the words of a text, each once. A text contains a word only if it contains all of the
 * word's sequences, so German compounds are found by their parts.
 */
export function searchGrams(text: string): string[] {
  const grams = new Set<string>();
  for (const gram of wordsOf(text).flatMap(gramsOf)) {
    grams.add(gram);
    if (grams.size >= MOST) break;
  }
  return [...grams];
}

/** The same of what somebody looks for; empty when no word of it has three characters. */
export function gramsLookedFor(query: string): string[] {
  return [...new Set(wordsOf(query).flatMap(gramsOf))];
}
