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

/** Runs in which an act goes alone, to learn how long it takes. */
const TRIALS = 3;

/**
 * Runs two acts against each other. In the very first run the second act is over before the first one starts, in the very
 * last run it starts when the first one is over: both plain orders come about on every machine. In between the start of the
 * second act moves from well before that of the first one to well after it, so that every order of their steps gets its
 * chance, on a slow machine as on a fast one.
 * @returns how each run ended
 * @throws whatever an act throws that is no refusal: an answer 5xx
 */
export async function race<State, First, Second>({ runs, prepare, first, second }: Race<State, First, Second>) {
  const finishes: Finish<State, First, Second>[] = [];
  const lead = await measure((trial) => prepare(-trial), second);
  const lag = 1.5 * (await measure((trial) => prepare(-TRIALS - trial), first));
  for (let run = 0; run < runs; run++) {
    const state = await prepare(run);
    const one = () => settled(first(state));
    const two = () => settled(second(state));
    const [answerOfFirst, answerOfSecond] =
      run === 0
        ? swap(await inTurn(two, one))
        : run === runs - 1
          ? await inTurn(one, two)
          : await apart(one, two, (run / runs) * (lead + lag) - lead);
    finishes.push({ state, first: answerOfFirst, second: answerOfSecond });
  }
  return finishes;
}

/** The same act many times at the same instant; gives the answers. */
export function crowd<Answer>(size: number, act: (n: number) => Promise<Answer>): Promise<(Answer | Refusal)[]> {
  return Promise.all(Array.from({ length: size }, (_, n) => settled(act(n))));
}

async function inTurn<A, B>(one: () => Promise<A>, two: () => Promise<B>): Promise<[A, B]> {
  return [await one(), await two()];
}

/** Starts the second act so many milliseconds after the first one, or before it where the number is negative. */
function apart<A, B>(one: () => Promise<A>, two: () => Promise<B>, milliseconds: number): Promise<[A, B]> {
  return Promise.all([after(-milliseconds, one), after(milliseconds, two)]);
}

const swap = <A, B>([a, b]: [A, B]): [B, A] => [b, a];

async function measure<State>(prepare: (trial: number) => Promise<State>, act: (state: State) => Promise<unknown>) {
  const times: number[] = [];
  for (let trial = 1; trial <= TRIALS; trial++) {
    const state = await prepare(trial);
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
