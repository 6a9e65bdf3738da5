/** Like the right ones: two digits, no leading zero. */
const SMALLEST = 10;
const COUNT = 90;

/**
 * The right number and two decoys, always the same for one approval: opening it again gives no hint. They keep people
 * from approving by habit; they are no secret.
 */
export function numberChoices(approvalId: string, right: string): string[] {
  const random = generator(approvalId);
  const decoys = new Set<string>();
  while (decoys.size < 2) {
    const decoy = String(SMALLEST + (random() % COUNT));
    if (decoy !== right) decoys.add(decoy);
  }
  const choices = [...decoys];
  choices.splice(random() % 3, 0, right);
  return choices;
}

/** Numbers that follow from a text (FNV-1a, then mulberry32). */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const symbol of seed) state = Math.imul(state ^ symbol.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
