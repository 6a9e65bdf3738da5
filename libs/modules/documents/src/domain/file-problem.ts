import type { DomainErrorKind, ErrorParams } from '@of/kernel';

export const fileProblemCodes = [
  'file-type-not-allowed',
  'file-too-large',
  'file-empty',
  'file-broken',
  'file-too-complex',
  'image-too-large',
  'pdf-active-content',
  'pdf-encrypted',
  'too-many-pages',
] as const;

/** Why a file is not accepted; members read it in words. */
export type FileProblemCode = (typeof fileProblemCodes)[number];

export interface FileProblem {
  readonly code: FileProblemCode;
  /** Actual and allowed figures for the sentence. */
  readonly params: ErrorParams;
}

export function kindOf(code: FileProblemCode): DomainErrorKind {
  return code === 'file-too-large' ? 'too-large' : 'validation';
}
