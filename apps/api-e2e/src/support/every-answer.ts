import type { Answer } from './caller';

/** Statuses a refusal may have; 503 only where the database is away. */
const refusals = new Set([400, 401, 403, 404, 405, 409, 410, 413, 414, 415, 422, 429, 431, 503]);

const headers: Record<string, string | RegExp> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': /camera=\(self\)/,
  'content-security-policy': /default-src 'none'/,
  'x-request-id': /^[0-9a-f-]{36}$/,
};

/** What holds for every answer of the API whatever was asked: headers (S28), cookies (S25) and the form of refusals (S44). */
export function assertEveryAnswer(answer: Answer): void {
  const faults: string[] = [];
  for (const [name, expected] of Object.entries(headers)) {
    const value = String(answer.headers[name]);
    if (typeof expected === 'string' ? value !== expected : !expected.test(value))
      faults.push(`header ${name}: ${value}`);
  }
  if (answer.path.startsWith('/api/') && !/no-store|max-age/.test(String(answer.headers['cache-control'])))
    faults.push('no cache-control');
  for (const name of ['server', 'x-powered-by']) if (answer.headers[name]) faults.push(`header ${name} tells too much`);
  faults.push(...answer.setCookies.flatMap(faultsOfCookie));
  if (answer.status >= 400) faults.push(...faultsOfProblem(answer));
  if (faults.length > 0) {
    throw new Error(
      `${answer.method} ${answer.path.slice(0, 200)} → ${answer.status}: ${faults.join('; ')}\n${answer.text.slice(0, 600)}`,
    );
  }
}

function faultsOfCookie(line: string): string[] {
  const wanted = [/;\s*HttpOnly/i, /;\s*SameSite=Strict/i, /;\s*Path=\/(;|$)/i];
  const faults = wanted.filter((pattern) => !pattern.test(line)).map((pattern) => `cookie without ${pattern.source}`);
  return /;\s*Domain=/i.test(line) ? [...faults, 'cookie with a domain'] : faults;
}

function faultsOfProblem({ status, headers: given, body, path, method }: Answer): string[] {
  const faults: string[] = [];
  if (!refusals.has(status)) faults.push(`status ${status}`);
  if (method === 'HEAD') return faults;
  if (!String(given['content-type']).startsWith('application/problem+json'))
    faults.push(`content type ${String(given['content-type'])}`);
  const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0;
  for (const name of ['title', 'detail', 'code', 'instance']) if (!isText(body[name])) faults.push(`no ${name}`);
  if (body['type'] !== `/problems/${String(body.code)}`) faults.push(`type ${String(body['type'])}`);
  if (body['status'] !== status) faults.push(`body status ${String(body['status'])}`);
  if (body['instance'] !== path.split('?')[0]) faults.push(`instance ${String(body['instance'])}`);
  if (String(body['detail']).match(/\{\w+\}/)) faults.push('a gap in the sentence');
  if (/\bat \S+:\d+|node_modules|SELECT |Error:/.test(JSON.stringify(body))) faults.push('inside of the house');
  for (const error of (body.errors ?? []) as unknown as Record<string, unknown>[]) {
    if (!isText(error['code']) || !isText(error['detail']) || typeof error['pointer'] !== 'string')
      faults.push('field error');
  }
  if (status === 429 && !(Number(given['retry-after']) >= 1)) faults.push('no Retry-After');
  if (status === 503 && !(Number(given['retry-after']) >= 1)) faults.push('no Retry-After');
  return faults;
}
