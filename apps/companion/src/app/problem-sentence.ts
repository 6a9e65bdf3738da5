import { ApiProblem } from '@of/api-client';
import { m } from '@of/i18n';

/** A sentence that says what to do, whatever went wrong. The API's own sentences name waiting times and tries left. */
export function problemSentence(error: unknown): string {
  if (!(error instanceof ApiProblem)) return m.problem_unknown();
  if (error.status === 0) return m.problem_network();
  return error.detail || m.problem_unknown();
}
