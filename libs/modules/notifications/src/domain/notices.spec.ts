import type { NoticeFacts } from './notice';
import { choicesOf, noticeChannels, noticeKinds } from './notice-channels';
import { notices } from './notices';

const facts: NoticeFacts = {
  serviceName: 'Onlinefiliale',
  hotline: '030 23125 117',
  coverEndedOn: '31. Oktober 2026',
  accessEndsOn: '1. Dezember 2026',
};
const texts = notices.flatMap(({ event, notice }) =>
  (['de', 'en'] as const).map((language) => [event, language, notice[language](facts)] as const),
);

describe('notices', () => {
  it.each(texts)('%s in %s has a subject, a mail and a text message that say what happened', (_, language, text) => {
    expect(text.subject).not.toBe('');
    expect(text.paragraphs.length).toBeGreaterThan(0);
    const all = [text.subject, ...text.paragraphs, text.sms].join('\n');
    expect(all).not.toMatch(/undefined|\[object|!|\$\{/);
    expect(text.sms).toContain('Onlinefiliale');
    // Two parts of a text message in the alphabet of phones.
    expect(text.sms.length).toBeLessThanOrEqual(306);
    if (language === 'de') expect(all).not.toMatch(/\b(du|dein|dir)\b/i);
  });

  it('name no number of a person, no code and nothing about health', () => {
    for (const [, , text] of texts) {
      expect([text.subject, ...text.paragraphs, text.sms].join(' ')).not.toMatch(
        /[A-Z]\d{9}|IBAN|Diagnose|krank(?!enkasse)|Kind|child|illness/i,
      );
    }
  });

  it('say each event once', () => {
    const events = notices.map(({ event }) => event);
    expect(new Set(events).size).toBe(events.length);
  });
});

describe('what a member may choose', () => {
  it('begins with mails, text messages where safety is at stake, and hints', () => {
    expect(choicesOf([])).toEqual({
      security: {
        email: { isOn: true, isFixed: true },
        sms: { isOn: true, isFixed: true },
        push: { isOn: true, isFixed: false },
      },
      cover: {
        email: { isOn: true, isFixed: true },
        sms: { isOn: false, isFixed: false },
        push: { isOn: true, isFixed: false },
      },
      documents: {
        email: { isOn: true, isFixed: true },
        sms: { isOn: false, isFixed: false },
        push: { isOn: true, isFixed: false },
      },
      postbox: {
        email: { isOn: true, isFixed: false },
        sms: { isOn: false, isFixed: false },
        push: { isOn: true, isFixed: false },
      },
      decision: {
        email: { isOn: true, isFixed: true },
        sms: { isOn: false, isFixed: false },
        push: { isOn: true, isFixed: false },
      },
    });
  });

  it('changes one switch and no other', () => {
    const { security, cover } = choicesOf([{ kind: 'security', channel: 'push', isOn: false }]);
    expect([security.push.isOn, cover.push.isOn]).toEqual([false, true]);
  });

  it('never silences what is fixed, whatever stands in the database', () => {
    const everythingOff = noticeKinds.flatMap((kind) =>
      noticeChannels.map((channel) => ({ kind, channel, isOn: false })),
    );
    const choices = choicesOf([...everythingOff, { kind: 'former' as never, channel: 'fax' as never, isOn: true }]);
    expect([choices.security.email.isOn, choices.security.sms.isOn, choices.cover.email.isOn]).toEqual([
      true,
      true,
      true,
    ]);
    expect([choices.security.push.isOn, choices.cover.push.isOn]).toEqual([false, false]);
    expect(choicesOf([]).security.push.isOn).toBe(true); // the defaults were not touched
  });
});
