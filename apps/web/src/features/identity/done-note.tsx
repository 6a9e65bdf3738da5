import { useState } from 'react';
import { Note } from '@of/ui';

let pending: string | null = null;

/** Keeps what was just done, to be said on the page that follows. */
export function announceDone(message: string): void {
  pending = message;
}

/** Says once what was just done. */
export function DoneNote() {
  const [message] = useState(() => pending);
  // Cleared after the first showing; in strict mode the state is created twice from the same message.
  queueMicrotask(() => {
    pending = null;
  });
  if (!message) return null;
  return (
    <Note kind="ok" role="status">
      <p>{message}</p>
    </Note>
  );
}
