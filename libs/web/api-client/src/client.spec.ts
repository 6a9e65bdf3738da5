import { ApiProblem } from './api-problem';
import { answerOf, observeAnswers, type AnswerFacts } from './client';

const headers = { date: 'Mon, 23 Nov 2026 10:00:00 GMT', 'x-session-expires-at': '2026-11-23T10:15:00.000Z' };
const answer = (status: number, extra: Record<string, string> = {}) =>
  ({ ok: status < 400, status, headers: new Map(Object.entries({ ...headers, ...extra })) }) as unknown as Response;

describe('answerOf', () => {
  let heard: AnswerFacts[];
  let stop: () => void;
  beforeEach(() => {
    heard = [];
    stop = observeAnswers((facts) => heard.push(facts));
  });
  afterEach(() => stop());

  it('gives the body and tells the facts of the answer', async () => {
    await expect(answerOf(Promise.resolve({ data: { id: 1 }, response: answer(200) }))).resolves.toEqual({ id: 1 });
    expect(heard).toEqual([
      {
        status: 200,
        code: null,
        serverTime: Date.parse('2026-11-23T10:00:00Z'),
        sessionExpiresAt: Date.parse('2026-11-23T10:15:00Z'),
      },
    ]);
  });

  it('turns a refusal into a problem with fields and waiting time', async () => {
    const body = {
      code: 'validation-failed',
      detail: 'x',
      errors: [{ pointer: '/kvnr', code: 'kvnr-format', detail: 'y' }],
    };
    const call = answerOf(Promise.resolve({ error: body, response: answer(422, { 'retry-after': '30' }) }));
    const problem = (await call.catch((error: unknown) => error)) as ApiProblem;
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 422, code: 'validation-failed', extra: { retryAfterSeconds: 30 } });
    expect(problem.field('/kvnr')?.detail).toBe('y');
    expect(heard[0]?.code).toBe('validation-failed');
  });

  it('gives a problem for an answer that is none of ours, and for no answer', async () => {
    await expect(answerOf(Promise.resolve({ error: '<html>', response: answer(502) }))).rejects.toMatchObject({
      status: 502,
      code: 'unknown',
    });
    await expect(answerOf(Promise.reject(new TypeError('failed to fetch')))).rejects.toMatchObject({
      status: 0,
      code: 'network',
    });
  });
});
