/** Against hanging, not for speed: a machine that is busy elsewhere takes its time. */
const LONGEST_SECONDS = 120;
/** What is looked at is often a route that counts requests: it is asked at once, and ever less often. */
const PAUSE = { first: 25, longest: 250 };

/**
 * Waits until `probe` gives a value that is neither false nor empty, and returns it.
 * @throws Error with `what` when that does not come about
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  const deadline = performance.now() + LONGEST_SECONDS * 1_000;
  for (let pause = PAUSE.first; ; pause = Math.min(pause * 1.5, PAUSE.longest)) {
    const value = await probe();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > deadline) throw new Error(`waited ${LONGEST_SECONDS} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
