import { useRef } from 'react';
import { ApiProblem } from '@of/api-client';

/** Not yet asked for a login, a right or patience: behind such refusals an earlier try may have gone through, or is on its way. */
const unheard = [401, 403, 429];

const isAnswer = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  error.status >= 400 &&
  error.status < 500 &&
  !unheard.includes(error.status) &&
  error.code !== 'idempotency-in-progress';

/**
 * Every try to send the same content has the same `Idempotency-Key` until it was answered, so that a lost answer makes no
 * second effect; other content, or the same once more after an answer, is another request.
 */
export function useRequestKeys(): <T>(content: unknown, request: (key: string) => Promise<T>) => Promise<T> {
  const unanswered = useRef(new Map<string, string>());
  return async (content, request) => {
    const text = JSON.stringify(content);
    const key = unanswered.current.get(text) ?? crypto.randomUUID();
    unanswered.current.set(text, key);
    try {
      const answer = await request(key);
      unanswered.current.delete(text);
      return answer;
    } catch (error) {
      if (isAnswer(error)) unanswered.current.delete(text);
      throw error;
    }
  };
}
