/** Reads `{ "reference"?: "…" }`, the number under which the receiving system keeps it; null when it is anything else. */
export function parseAcknowledgement(content: unknown): { reference: string | null } | null {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null;
  const { reference = null } = content as { reference?: unknown };
  if (reference === null) return { reference };
  return typeof reference === 'string' && /^[\x21-\x7e]{1,64}$/.test(reference) ? { reference } : null;
}
