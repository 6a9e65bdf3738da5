import { DomainError } from './domain-error';

/** What became of an input: the value, or the stable code of what is wrong with it. */
export type Parsed<T, Code extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Code };

export function accepted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<Code extends string>(code: Code): { readonly ok: false; readonly code: Code } {
  return { ok: false, code };
}

/** @throws DomainError of kind `validation` with the code of the fault */
export function orThrow<T>(parsed: Parsed<T, string>): T {
  if (parsed.ok) return parsed.value;
  throw new DomainError(parsed.code, 'validation');
}
