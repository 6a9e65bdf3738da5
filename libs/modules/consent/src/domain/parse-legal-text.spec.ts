import { parseLegalText } from './parse-legal-text';

const head = 'title: Nutzungsbedingungen\npublishedAt: 2026-11-01\nchanges: "Neu: Briefe."';

describe('parseLegalText', () => {
  it('reads head and text', () => {
    const { publishedAt, ...text } = parseLegalText(`---\n${head}\n---\n\n## 1 Zweck\n\n---\n\nText`);
    expect(String(publishedAt)).toBe('2026-11-01');
    expect(text).toEqual({
      title: 'Nutzungsbedingungen',
      changes: 'Neu: Briefe.',
      content: '## 1 Zweck\n\n---\n\nText\n',
    });
  });

  it('reads files of Windows editors', () => {
    expect(parseLegalText(`\ufeff---\n${head}\n---\nText`.replace(/\n/g, '\r\n')).content).toBe('Text\n');
  });

  it.each([
    ['## Text', /no head/],
    ['---\ntitle: A\n---\nText', /missing in the head: publishedAt, changes/],
    [`---\n${head}\nauthor: me\n---\nText`, /unknown in the head: author/],
    [`---\n${head}\nnonsense\n---\nText`, /not "key: value"/],
    [`---\n${head.replace('2026-11-01', '2026-02-30')}\n---\nText`, /no day/],
    [`---\n${head}\n---\n \n`, /no text/],
  ])('refuses %j', (file, reason) => {
    expect(() => parseLegalText(file)).toThrow(reason);
  });
});
