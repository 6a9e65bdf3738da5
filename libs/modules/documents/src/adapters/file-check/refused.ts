import type { FileProblem, FileProblemCode } from '../../domain/file-problem';

/** The file is refused, with the reason for the member. */
export class Refused extends Error {
  readonly problem: FileProblem;

  constructor(code: FileProblemCode, params: FileProblem['params'] = {}) {
    super(code);
    this.problem = { code, params };
  }
}
