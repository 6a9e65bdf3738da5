import { ApiProblem } from '@of/api-client';
import { setLanguage } from '@of/i18n';
import { problemSentence, waitSentence } from './problem-sentence';

const now = new Date(2026, 10, 23, 10, 0, 20);

describe('problem sentence', () => {
  afterEach(() => setLanguage('de'));

  it('C4 names the minutes to wait and the time of day', () => {
    expect(waitSentence(720, now)).toBe(
      'Das waren zu viele Versuche. Bitte warten Sie 12 Minuten. Um 10:13 Uhr geht es weiter.',
    );
    expect(waitSentence(30, now)).toContain('warten Sie eine Minute. Um 10:01 Uhr');
    expect(waitSentence(90_000, now)).toContain('morgen');
  });

  it('speaks English when the page does', () => {
    setLanguage('en');
    expect(waitSentence(720, now)).toContain('Please wait 12 minutes. You can go on at 10:13.');
  });

  it('says the sentence of the API, and one of its own where there is none', () => {
    expect(problemSentence(new ApiProblem(409, 'code-void', 'Bitte fordern Sie einen neuen an.'))).toBe(
      'Bitte fordern Sie einen neuen an.',
    );
    expect(problemSentence(new ApiProblem(0, 'network', ''))).toContain('Internetverbindung');
    expect(problemSentence(new ApiProblem(500, 'unknown', ''))).toContain('noch einmal');
    expect(problemSentence(new TypeError('x'))).toContain('noch einmal');
  });
});
