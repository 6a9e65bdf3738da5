import { mayBecome, type DocumentState } from './document-state';

const states: DocumentState[] = ['quarantined', 'clean', 'infected', 'failed'];

describe('states of a document', () => {
  it('S51 only what is in quarantine is decided, once', () => {
    const allowed = states.flatMap((from) => states.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`));
    expect(allowed).toEqual(['quarantined → clean', 'quarantined → infected', 'quarantined → failed']);
  });
});
