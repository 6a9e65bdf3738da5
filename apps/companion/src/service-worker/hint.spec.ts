import { hintOf } from './hint';

describe('what a push shows', () => {
  it.each([
    ['{"kind":"approval"}', ['de-DE', 'en'], 'Eine Freigabe wartet auf Sie.', 'de'],
    ['{"kind":"approval"}', ['en-GB', 'de'], 'Something waits for your release.', 'en'],
    ['{"kind":"approval"}', ['tr-TR', 'en'], 'Something waits for your release.', 'en'],
    ['{"kind":"approval"}', ['tr-TR'], 'Eine Freigabe wartet auf Sie.', 'de'],
    ['{"kind":"notice"}', ['de'], 'Wir haben Ihnen geschrieben. Bitte sehen Sie in Ihren E-Mails nach.', 'de'],
  ])('D5 %s on a device in %p says “%s”', (text, languages, title, lang) =>
    expect(hintOf(text, languages)).toEqual({ title, lang, tag: expect.stringMatching(/^(approval|notice)$/) }),
  );

  it.each([undefined, '', 'null', '[]', '"approval"', '{"kind":"toString"}', '{"kind":5,"name":"Erika"}'])(
    'D5 says something without content for %p',
    (text) =>
      expect(hintOf(text, ['de'])).toEqual({ title: 'Bitte sehen Sie in der App nach.', tag: 'other', lang: 'de' }),
  );
});
