import { ValidationError } from '@of/kernel';

/** The child was too old on the first day of care, and a disability was not named. */
export class ChildTooOld extends ValidationError {
  constructor(underAge: number) {
    super([{ pointer: '/fields/from', code: 'child-too-old', params: { underAge } }]);
  }
}
