import { takeEntryLink } from './entry-link';

const ID = '019306a1-7c1e-7000-8000-000000000003';

describe('a link into the app', () => {
  afterEach(() => history.replaceState(null, '', '/'));

  it('D41 gives the code of the letter, and wipes it from address bar and history at once', () => {
    history.replaceState(null, '', '/einrichten#code=ABCD-EFGH-JKMY');
    const entries = history.length;
    expect(takeEntryLink()).toEqual({ kind: 'code', code: 'ABCD-EFGH-JKMY' });
    expect(location.href).toBe('http://localhost/einrichten');
    expect(history.length).toBe(entries);
    expect(takeEntryLink()).toBeNull();
  });

  it('gives the transfer of the portal, and wipes it', () => {
    history.replaceState(null, '', `/geraet#transfer=${ID}`);
    expect(takeEntryLink()).toEqual({ kind: 'transfer', transferId: ID });
    expect(location.hash).toBe('');
  });

  it.each(['#inhalt', '#transfer=../../me', '#code=', '#token=abc'])('leaves %p alone', (hash) => {
    history.replaceState(null, '', `/${hash}`);
    expect(takeEntryLink()).toBeNull();
    expect(location.hash).toBe(hash);
  });

  it('keeps a broken code for the page to refuse', () => {
    history.replaceState(null, '', '/einrichten#code=%E0%A4%A');
    expect(takeEntryLink()).toEqual({ kind: 'code', code: '%E0%A4%A' });
    expect(location.hash).toBe('');
  });
});
