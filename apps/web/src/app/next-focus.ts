const VALID_MS = 2000;
let pending: { id: string; at: number } | null = null;

/** The page is about to be drawn anew, and the focus shall stay on this control instead of going to the heading. */
export function keepFocusOn(id: string): void {
  pending = { id, at: Date.now() };
}

/** The control that keeps the focus, if a page was just drawn anew. */
export function keptFocus(): string | null {
  if (pending && Date.now() - pending.at > VALID_MS) pending = null;
  return pending?.id ?? null;
}
