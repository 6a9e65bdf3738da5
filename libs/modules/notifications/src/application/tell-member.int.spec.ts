import { newId } from '@of/kernel';
import { PushEndpoint } from '@of/testing';
import { notificationsRoom } from '../notifications-room.fixture';

const room = notificationsRoom();
let endpoint: PushEndpoint;

beforeAll(async () => {
  endpoint = await PushEndpoint.open();
});
afterAll(() => endpoint?.close());
beforeEach(async () => {
  await room.test.clock.reset();
  endpoint.answer = 201;
  endpoint.received.length = 0;
});

const choose = async (
  member: Awaited<ReturnType<typeof room.member>>,
  part: { language?: 'de' | 'en'; security?: object; cover?: object; documents?: object },
) => {
  const { call } = await room.browser(member);
  const answer = await call('PUT', '/me/preferences', {
    language: part.language ?? 'de',
    notices: [
      { kind: 'security', channels: { email: true, sms: true, push: true, ...part.security } },
      { kind: 'cover', channels: { email: true, sms: false, push: true, ...part.cover } },
      { kind: 'documents', channels: { email: true, sms: false, push: true, ...part.documents } },
      ...['postbox', 'decision'].map((kind) => ({ kind, channels: { email: true, sms: false, push: true } })),
    ],
  });
  expect(answer.status).toBe(200);
};

describe('TellMember', () => {
  it('K23 tells of an event once by mail, text message and hint, however often it arrives', async () => {
    const member = await room.member();
    const { call } = await room.phone(member);
    await call('PUT', '/device/push-subscription', endpoint.subscription);
    const event = await room.happened('identity.password-changed', { accountId: member.id });
    await room.work();
    await room.repeat(event);
    await room.work();
    const [mail, ...otherMails] = await room.mailsTo(member);
    expect(mail).toMatchObject({ subject: 'Ihr Passwort wurde geändert' });
    expect([mail?.text, mail?.html].every((part) => part?.includes('Das waren Sie nicht?'))).toBe(true);
    const [sms, ...otherTexts] = await room.textsTo(member);
    expect(sms?.text).toMatch(/^Onlinefiliale: Ihr Passwort wurde geändert/);
    expect([otherMails, otherTexts]).toEqual([[], []]);
    expect(endpoint.received.map(({ payload }) => payload)).toEqual(['{"kind":"notice"}']);
    expect(endpoint.received[0]?.headers).toMatchObject({ ttl: '86400', urgency: 'normal', topic: 'notice' });
  });

  it('writes in the language that the member chose last', async () => {
    const member = await room.member();
    await choose(member, { language: 'en' });
    await room.happened('identity.device-bound', { accountId: member.id, deviceId: newId() });
    await room.work();
    expect((await room.mailsTo(member)).map(({ subject }) => subject)).toEqual([
      'A new device belongs to your account',
    ]);
    expect((await room.textsTo(member))[0]?.text).toMatch(/a new device was set up/);
  });

  it('obeys: no hint about safety, a text message about cover', async () => {
    const member = await room.member();
    const { call } = await room.phone(member);
    await call('PUT', '/device/push-subscription', endpoint.subscription);
    await choose(member, { security: { push: false }, cover: { sms: true, push: false } });
    await room.happened('identity.device-removed', { accountId: member.id, deviceId: newId() });
    await room.happened('registration.account-reactivated', { accountId: member.id });
    await room.work();
    expect((await room.mailsTo(member)).map(({ subject }) => subject)).toEqual([
      'Ein Gerät wurde entfernt',
      'Ihr Zugang ist wieder offen',
    ]);
    expect((await room.textsTo(member)).map(({ text }) => text)).toEqual([
      expect.stringContaining('Ein Gerät wurde entfernt'),
      expect.stringContaining('Ihr Zugang ist wieder offen'),
    ]);
    expect(endpoint.received).toEqual([]);
  });

  it('does not point a new device at itself, only the others', async () => {
    const member = await room.member();
    const [old, fresh] = [await room.phone(member), await room.phone(member)];
    const other = await PushEndpoint.open();
    await old.call('PUT', '/device/push-subscription', other.subscription);
    await fresh.call('PUT', '/device/push-subscription', endpoint.subscription);
    await room.happened('identity.device-bound', { accountId: member.id, deviceId: fresh.deviceId });
    await room.work();
    expect([other.received.length, endpoint.received.length]).toEqual([1, 0]);
    await other.close();
  });

  it('K8 tells of a document that was refused or is late, by mail, and by text message where that was chosen', async () => {
    const [member, other] = [await room.member(), await room.member()];
    await choose(member, { documents: { sms: true } });
    for (const { id } of [member, other]) {
      await room.happened('applications.submission-overdue', { accountId: id, submissionId: newId() });
      await room.happened('applications.submission-rejected', { accountId: id, submissionId: newId() });
    }
    await room.work();
    const subjects = ['Ein Dokument braucht länger', 'Bitte reichen Sie ein Dokument noch einmal ein'];
    for (const one of [member, other])
      expect((await room.mailsTo(one)).map(({ subject }) => subject)).toEqual(subjects);
    expect([(await room.textsTo(member)).length, (await room.textsTo(other)).length]).toEqual([2, 0]);
  });

  it('sends no text message about cover unless it was asked for', async () => {
    const member = await room.member();
    await room.happened('registration.account-reactivated', { accountId: member.id });
    await room.work();
    expect([(await room.mailsTo(member)).length, (await room.textsTo(member)).length]).toEqual([1, 0]);
  });

  it.each([
    ['C4', 'identity.login-blocked', 'Mehrere falsche Passwörter für Ihren Zugang'],
    ['B7', 'registration.registration-refused', 'Jemand wollte Sie noch einmal registrieren'],
  ] as const)('%s %s is told once a day: nobody’s mailbox is filled by strangers', async (_, name, subject) => {
    const member = await room.member();
    for (let n = 0; n < 3; n++) await room.happened(name, { accountId: member.id });
    await room.work();
    expect((await room.mailsTo(member)).map((mail) => mail.subject)).toEqual([subject]);
    expect(await room.textsTo(member)).toHaveLength(1);
    await room.test.clock.advance('23 hours 59 minutes');
    await room.happened(name, { accountId: member.id });
    await room.work();
    expect(await room.mailsTo(member)).toHaveLength(1);
    await room.test.clock.advance('2 minutes');
    await room.happened(name, { accountId: member.id });
    await room.work();
    expect(await room.mailsTo(member)).toHaveLength(2);
  });

  it('B7 tells nobody where there is no open account', async () => {
    const closed = await room.member();
    await room.test.query(
      `UPDATE identity.account SET state = 'deactivated', deactivated_at = platform.now(),
         deactivation_reason = 'cover-ended' WHERE id = $1`,
      [closed.id],
    );
    await room.happened('registration.registration-refused', { accountId: closed.id });
    await room.happened('registration.registration-refused', { accountId: null });
    await room.happened('identity.login-blocked', { accountId: null });
    await room.happened('identity.password-changed', { accountId: newId() });
    expect(await room.work()).toEqual([]);
    expect(await room.mailsTo(closed)).toEqual([]);
  });

  it('tells nothing when telling failed half way, and all of it the next time', async () => {
    const member = await room.member();
    const id = await room.happened('identity.password-changed', { accountId: member.id });
    await room.test.query(
      `ALTER TABLE platform.outgoing_message ADD CONSTRAINT full_now CHECK (channel <> 'sms') NOT VALID`,
    );
    expect(await room.work()).toEqual([expect.stringContaining('identity.password-changed')]);
    expect(await room.mailsTo(member)).toEqual([]);
    await room.test.query(`ALTER TABLE platform.outgoing_message DROP CONSTRAINT full_now`);
    await room.repeat(id);
    expect([(await room.mailsTo(member)).length, (await room.textsTo(member)).length]).toEqual([1, 1]);
  });
});
