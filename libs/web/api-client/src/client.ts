import createClient, { type Middleware } from 'openapi-fetch';
import { ApiProblem, toApiProblem } from './api-problem';
import type { paths } from './generated/member';

/** What every answer tells besides its body. */
export interface AnswerFacts {
  status: number;
  /** The clock of the server when it answered, in ms; `null` if it did not say. */
  serverTime: number | null;
  /** New idle deadline of the session, in ms. */
  sessionExpiresAt: number | null;
  code: string | null;
}

export const SESSION_EXPIRY_HEADER = 'x-session-expires-at';

let acceptedLanguage = (): string => 'de';
const observers = new Set<(facts: AnswerFacts) => void>();

/** The API speaks the language of the page. */
export function speakLanguage(read: () => string): void {
  acceptedLanguage = read;
}

/** Sees the facts of every answer, refusals included. */
export function observeAnswers(observer: (facts: AnswerFacts) => void): () => void {
  observers.add(observer);
  return () => observers.delete(observer);
}

function time(value: string | null): number | null {
  const parsed = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}

const language: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', acceptedLanguage());
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin', fetch: (request) => fetch(request) });
api.use(language);

/** Tells the observers of an answer; also for calls that do not go through `api`, such as uploads. */
export function noteAnswer(status: number, headers: { get(name: string): string | null }, code?: string): void {
  const facts: AnswerFacts = {
    status,
    serverTime: time(headers.get('date')),
    sessionExpiresAt: time(headers.get(SESSION_EXPIRY_HEADER)),
    code: code ?? null,
  };
  for (const observer of observers) observer(facts);
}

/**
 * Waits for a call and gives its body.
 * @throws ApiProblem on every refusal, and with code `network` when no answer came
 */
export async function answerOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result: { data?: T; error?: unknown; response: Response };
  try {
    result = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, 'network', '');
  }
  const { data, error, response } = result;
  const problem = response.ok ? null : toApiProblem(error, response);
  noteAnswer(response.status, response.headers, problem?.code);
  if (problem) throw problem;
  return data as T;
}
