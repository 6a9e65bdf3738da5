/** How one race ended: what each of the two acts gave, or the code of its refusal. */
export interface Finish<State, First, Second> {
  state: State;
  first: First | Refusal;
  second: Second | Refusal;
}

/** A refusal with its code. */
export class Refusal {
  constructor(readonly code: string) {}
}

export const isRefusal = (answer: unknown): answer is Refusal => answer instanceof Refusal;

interface Race<State, First, Second> {
  /** How often. */
  runs: number;
  /** What is fought over, anew for each run. */
  prepare(run: number): Promise<State>;
  first(state: State): Promise<First>;
  second(state: State): Promise<Second>;
}

/** Runs of which the first act goes alone, to learn how long it takes. */
const TRIALS = 3;

/**
 * Runs two acts against each other. In the first runs the second act starts together with the first one, in the last runs
 * when that is over, and in between a little later each time: every order of their steps gets its chance, on a slow
 * machine as on a fast one.
 * @returns how each run ended
 * @throws whatever an act throws that is no refusal: an answer 5xx
 */
export async function race<State, First, Second>({ runs, prepare, first, second }: Race<State, First, Second>) {
  const finishes: Finish<State, First, Second>[] = [];
  const usual = await measure(prepare, first);
  for (let run = 0; run < runs; run++) {
    const state = await prepare(run);
    const delay = (1.5 * usual * run) / runs;
    const [one, two] = await Promise.all([settled(first(state)), after(delay, () => settled(second(state)))]);
    finishes.push({ state, first: one, second: two });
  }
  return finishes;
}

/** The same act many times at the same instant; gives the answers. */
export function crowd<Answer>(size: number, act: (n: number) => Promise<Answer>): Promise<(Answer | Refusal)[]> {
  return Promise.all(Array.from({ length: size }, (_, n) => settled(act(n))));
}

async function measure<State>(prepare: (run: number) => Promise<State>, act: (state: State) => Promise<unknown>) {
  const times: number[] = [];
  for (let trial = 1; trial <= TRIALS; trial++) {
    const state = await prepare(-trial);
    const start = performance.now();
    await settled(act(state));
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

async function settled<Answer>(answer: Promise<Answer>): Promise<Answer | Refusal> {
  try {
    return await answer;
  } catch (error) {
    const { code, kind } = error as { code?: unknown; kind?: unknown };
    if (typeof code === 'string' && typeof kind === 'string') return new Refusal(code);
    throw error;
  }
}

/** Timers are a millisecond wide at best; the steps of an act are not. */
async function after<Answer>(milliseconds: number, act: () => Promise<Answer>): Promise<Answer> {
  const start = performance.now();
  while (performance.now() - start < milliseconds) await new Promise((resolve) => setImmediate(resolve));
  return act();
}
