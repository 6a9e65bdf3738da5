import { DomainError } from '@of/kernel';

const MAX_DEPTH = 20;
const MAX_ITEMS = 1_000;

/** NUL and lone surrogates: PostgreSQL refuses the first and silently replaces the second (S38). */
export function hasUnusableCharacters(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed();
}

function malformed(): DomainError {
  return new DomainError('malformed-request', 'malformed');
}

/**
 * Refuses values no field could want, whatever its type: too deep, too many, not finite, unusable characters, prototype keys.
 * @throws DomainError `malformed-request` or `validation-failed`
 */
export function assertUsableShape(value: unknown, pointer = '', depth = 0): void {
  if (depth > MAX_DEPTH || (typeof value === 'number' && !Number.isFinite(value))) throw malformed();
  if (typeof value === 'string' && hasUnusableCharacters(value)) {
    throw new DomainError('validation-failed', 'validation', {
      fieldErrors: [{ pointer, code: 'unusable-character' }],
    });
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (entries.length > MAX_ITEMS) throw malformed();
  for (const [key, inner] of entries) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype' || hasUnusableCharacters(key))
      throw malformed();
    assertUsableShape(inner, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`, depth + 1);
  }
}
