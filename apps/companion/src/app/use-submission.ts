import { useRef, useState } from 'react';

export interface Submission {
  /** What went wrong at the last attempt, if anything. */
  problem: unknown;
  /** Counts refused attempts; the error summary takes the focus with each. */
  attempt: number;
  isBusy: boolean;
  /** Runs one attempt at a time. */
  run: (work: () => Promise<void>) => void;
  refuse: (problem: unknown) => void;
  /** Forgets the refusal. */
  clear: () => void;
}

/** One act that may be refused: its running, its refusal, and the next try. */
export function useSubmission(): Submission {
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const isRunning = useRef(false);

  function refuse(error: unknown): void {
    setProblem(error);
    setAttempt((count) => count + 1);
  }

  async function runOnce(work: () => Promise<void>): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    setProblem(null);
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      refuse(error);
    } finally {
      isRunning.current = false;
      setIsBusy(false);
    }
  }

  return { problem, attempt, isBusy, run: (work) => void runOnce(work), refuse, clear: () => setProblem(null) };
}
