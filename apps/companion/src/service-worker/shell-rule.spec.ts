import { shellAnswer } from './shell-rule';

const origin = 'https://freigabe.example';
const files = ['/assets/index-1a2b.js', '/assets/font-3c4d.woff2'];
const ask = (path: string, { method = 'GET', mode = 'cors' } = {}) =>
  shellAnswer({ method, mode, url: new URL(path, origin).href }, origin, files);

describe('what the service worker answers itself', () => {
  it.each(['/', '/verlauf', '/freigabe/019306a1-7c1e-7000-8000-000000000003', '/einrichten'])(
    'S29 opens %p with the page of the shell',
    (path) => expect(ask(path, { mode: 'navigate' })).toBe('page'),
  );

  it('S29 gives the files of this release', () => expect(ask('/assets/index-1a2b.js')).toBe('file'));

  it.each([
    '/api/v1/device/approvals',
    '/api/v1/device/events',
    '/api/v1/device/session',
    '/assets/index-of-another-release.js',
    '/health/ready',
    'https://elsewhere.example/assets/index-1a2b.js',
  ])('S29 leaves %p to the network', (path) => expect(ask(path)).toBe('network'));

  it('S29 never opens the API as a page, and touches nothing that writes', () => {
    expect(ask('/api/v1/device/session', { mode: 'navigate' })).toBe('network');
    expect(ask('/', { method: 'POST', mode: 'navigate' })).toBe('network');
    expect(ask('/manifest.webmanifest', { mode: 'navigate' })).toBe('network');
  });
});
