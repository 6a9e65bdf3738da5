import { rememberTarget, takeTarget } from './deep-link';
import { capturePostedCode, forgetLinkedCode, linkedCode } from './posted-code-link';

describe('deep link', () => {
  beforeEach(() => void takeTarget());

  it('is kept across the login and given once', () => {
    rememberTarget('/daten/zugang');
    expect(takeTarget()).toBe('/daten/zugang');
    expect(takeTarget()).toBeNull();
  });

  it('survives a reload in this tab only', () => {
    sessionStorage.setItem('of.target', '/daten');
    expect(takeTarget()).toBe('/daten');
    expect(sessionStorage.getItem('of.target')).toBeNull();
  });

  it.each(['https://foreign.example/', '//foreign.example', '/\\foreign.example', 'javascript:alert(1)'])(
    'S28 never leads to %s',
    (address) => {
      rememberTarget(address);
      sessionStorage.setItem('of.target', address);
      expect(takeTarget()).toBeNull();
    },
  );
});

describe('code of the letter in the address', () => {
  it('S06 is taken into memory and wiped from the address bar at once', () => {
    history.replaceState(null, '', '/freischalten?x=1#code=7KQ4-M2TX-9HRW');
    capturePostedCode();
    expect(linkedCode()).toBe('7KQ4-M2TX-9HRW');
    expect(location.href).toBe('http://localhost/freischalten?x=1');
    forgetLinkedCode();
    expect(linkedCode()).toBeNull();
  });

  it('leaves other fragments alone', () => {
    history.replaceState(null, '', '/hilfe#inhalt');
    capturePostedCode();
    expect(linkedCode()).toBeNull();
    expect(location.hash).toBe('#inhalt');
  });
});
