import { HashGate } from './hash-gate';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('HashGate', () => {
  it('S11 lets two run, sixteen wait and refuses the rest at once', async () => {
    const gate = new HashGate();
    const finish: (() => void)[] = [];
    let [running, most] = [0, 0];
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => finish.push(resolve));
      running -= 1;
    };
    const results = Array.from({ length: 30 }, () =>
      gate.run(work).then(
        () => 'done',
        (error: unknown) => error,
      ),
    );
    await turn();
    expect(finish).toHaveLength(2);
    const refused = (await Promise.all(results.slice(18))) as { code: string; retryAfterSeconds: number }[];
    expect(
      refused.every(({ code, retryAfterSeconds }) => code === 'too-many-requests' && retryAfterSeconds === 2),
    ).toBe(true);

    while (finish.length > 0) {
      finish.splice(0).forEach((end) => end());
      await turn();
    }
    expect(await Promise.all(results.slice(0, 18))).toEqual(Array(18).fill('done'));
    expect(most).toBe(2);
  });

  it('frees the place of work that failed', async () => {
    const gate = new HashGate();
    for (let n = 0; n < 40; n++) await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.run(() => Promise.resolve('free'))).toBe('free');
  });
});
