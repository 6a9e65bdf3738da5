import { isPublicAddress, isPushEndpoint } from './push-endpoint';

describe('where pushes may go', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABh',
    'https://web.push.apple.com/QGuQyavXutnMH9Vh4nbTnF',
    'https://wns2-par02p.notify.windows.com/w/?token=BQYAAA',
    'https://1.1.1.1/x',
    'https://[2606:4700:4700::1111]/x',
  ])('takes %s', (endpoint) => expect(isPushEndpoint(endpoint, false)).toBe(true));

  it.each([
    ['plain http', 'http://fcm.googleapis.com/x'],
    ['another port', 'https://push.example.org:8443/x'],
    ['user and password', 'https://a:b@push.example.org/x'],
    ['no address', 'fcm.googleapis.com'],
    ['another scheme', 'file:///etc/passwd'],
    ['this machine', 'https://localhost/x'],
    ['this machine, with a dot', 'https://localhost./x'],
    ['a name below localhost', 'https://a.localhost/x'],
    ['loopback', 'https://127.0.0.1/x'],
    ['loopback, short', 'https://127.1/x'],
    ['loopback, in hexadecimal', 'https://0x7f000001/x'],
    ['loopback, as a number', 'https://2130706433/x'],
    ['loopback of IPv6', 'https://[::1]/x'],
    ['loopback inside IPv6', 'https://[::ffff:127.0.0.1]/x'],
    ['loopback inside NAT64', 'https://[64:ff9b::7f00:1]/x'],
    ['loopback inside 6to4', 'https://[2002:7f00:1::]/x'],
    ['a private network', 'https://10.1.2.3/x'],
    ['another', 'https://172.31.255.255/x'],
    ['the third', 'https://192.168.0.1/x'],
    ['the metadata service of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['a carrier’s network', 'https://100.64.0.1/x'],
    ['a unique local address', 'https://[fd00::1]/x'],
    ['a link-local address', 'https://[fe80::1]/x'],
    ['a multicast address', 'https://239.1.1.1/x'],
    ['nothing at all', 'https://0.0.0.0/x'],
    ['a bare name', 'https://postgres/x'],
    ['a name inside the house', 'https://db.internal/x'],
    ['a name of the local network', 'https://printer.local/x'],
  ])('S48 refuses %s', (_, endpoint) => expect(isPushEndpoint(endpoint, false)).toBe(false));

  it('allows this machine where a setting does, and nothing else inside', () => {
    expect(
      ['http://127.0.0.1:4711/x', 'http://localhost:1/x', 'http://[::1]:1/x'].map((at) => isPushEndpoint(at, true)),
    ).toEqual([true, true, true]);
    expect(
      ['http://10.0.0.1/x', 'http://push.example.org/x', 'ftp://127.0.0.1/x'].map((at) => isPushEndpoint(at, true)),
    ).toEqual([false, false, false]);
  });

  it('knows what is no address', () => {
    expect(['', 'localhost', '1.2.3', '::g'].map(isPublicAddress)).toEqual([false, false, false, false]);
  });
});
