/** What becomes of a document. Only `clean` is ever served (S51). */
export type DocumentState = 'quarantined' | 'clean' | 'infected' | 'failed';

const next: Record<DocumentState, readonly DocumentState[]> = {
  quarantined: ['clean', 'infected', 'failed'],
  clean: [],
  infected: [],
  failed: [],
};

export function mayBecome(from: DocumentState, to: DocumentState): boolean {
  return next[from].includes(to);
}

/** From which states a document may get there; what the statement that moves it asks for. */
export function statesBefore(to: DocumentState): DocumentState[] {
  return (Object.keys(next) as DocumentState[]).filter((from) => mayBecome(from, to));
}
