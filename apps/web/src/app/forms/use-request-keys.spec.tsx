import { renderHook } from '@testing-library/react';
import { ApiProblem } from '@of/api-client';
import { useRequestKeys } from './use-request-keys';

type Answer = 'ok' | ApiProblem;
const problem = (status: number, code = 'x') => new ApiProblem(status, code, '');

/** Sends content after content; gives the key of each try. */
async function keysOf(tries: [content: unknown, answer: Answer][]): Promise<string[]> {
  const { result, rerender } = renderHook(useRequestKeys);
  const keys: string[] = [];
  for (const [content, answer] of tries) {
    const request = (key: string) => {
      keys.push(key);
      return answer === 'ok' ? Promise.resolve() : Promise.reject(answer);
    };
    await result.current(content, request).catch(() => undefined);
    rerender();
  }
  return keys;
}

describe('useRequestKeys', () => {
  it.each([
    ['the answer got lost', problem(0, 'network')],
    ['the server was not well', problem(503)],
    ['it was too often', problem(429)],
    ['the session had ended', problem(401)],
    ['it was not allowed any more', problem(403)],
    ['the first try is still running', problem(409, 'idempotency-in-progress')],
  ])('keeps the key of a content when %s', async (_why, answer) => {
    const [first, second] = await keysOf([
      [{ kind: 'a' }, answer],
      [{ kind: 'a' }, 'ok'],
    ]);
    expect(second).toBe(first);
  });

  it.each([
    ['it went through', 'ok' as const],
    ['it was refused', problem(422)],
  ])('takes another one after %s', async (_why, answer) => {
    const [first, second] = await keysOf([
      [{ kind: 'a' }, answer],
      [{ kind: 'a' }, 'ok'],
    ]);
    expect(second).not.toBe(first);
  });

  it('has one key for each content that was not answered', async () => {
    const lost = problem(0, 'network');
    const [a, b, again] = await keysOf([
      [{ kind: 'a' }, lost],
      [{ kind: 'b' }, lost],
      [{ kind: 'a' }, 'ok'],
    ]);
    expect(b).not.toBe(a);
    expect(again).toBe(a);
  });
});
