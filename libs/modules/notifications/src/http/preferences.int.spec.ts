import { PersonalDataSources } from '@of/platform';
import { PushEndpoint } from '@of/testing';
import { notificationsRoom } from '../notifications-room.fixture';

const room = notificationsRoom();

/** Post in the postbox, and decisions among it. */
const post = (postbox: object = {}, decision: object = {}) => [
  { kind: 'postbox', channels: { email: true, sms: false, push: true, ...postbox } },
  { kind: 'decision', channels: { email: true, sms: false, push: true, ...decision } },
];

const body = (security: object = {}, cover: object = {}, language: unknown = 'de') => ({
  language,
  notices: [
    { kind: 'security', channels: { email: true, sms: true, push: true, ...security } },
    { kind: 'cover', channels: { email: true, sms: false, push: true, ...cover } },
    { kind: 'documents', channels: { email: true, sms: false, push: true } },
    ...post(),
  ],
});

describe('GET and PUT /api/v1/me/preferences', () => {
  it('shows the defaults and which of them are fixed, at level basic', async () => {
    const { call } = await room.browser(await room.member(), 'basic');
    expect(await call('GET', '/me/preferences')).toEqual({
      status: 200,
      body: {
        language: 'de',
        notices: [
          {
            kind: 'security',
            channels: {
              email: { isOn: true, isFixed: true },
              sms: { isOn: true, isFixed: true },
              push: { isOn: true, isFixed: false },
            },
          },
          {
            kind: 'cover',
            channels: {
              email: { isOn: true, isFixed: true },
              sms: { isOn: false, isFixed: false },
              push: { isOn: true, isFixed: false },
            },
          },
          {
            kind: 'documents',
            channels: {
              email: { isOn: true, isFixed: true },
              sms: { isOn: false, isFixed: false },
              push: { isOn: true, isFixed: false },
            },
          },
          {
            kind: 'postbox',
            channels: {
              email: { isOn: true, isFixed: false },
              sms: { isOn: false, isFixed: false },
              push: { isOn: true, isFixed: false },
            },
          },
          {
            kind: 'decision',
            channels: {
              email: { isOn: true, isFixed: true },
              sms: { isOn: false, isFixed: false },
              push: { isOn: true, isFixed: false },
            },
          },
        ],
      },
    });
  });

  it('K23 lets a member do without mails about post, but not about decisions', async () => {
    const { call } = await room.browser(await room.member());
    const [security, cover, documents] = body().notices;
    const put = (notices: object[]) =>
      call('PUT', '/me/preferences', { language: 'de', notices: [security, cover, documents, ...notices] });
    expect((await put(post({ email: false }))).status).toBe(200);
    const refused = await put(post({}, { email: false }));
    expect(refused.body.errors).toMatchObject([{ pointer: '/notices/4/channels/email', code: 'channel-fixed' }]);
  });

  it('S53 changes what was chosen, says so, and writes down what differs', async () => {
    const member = await room.member();
    const { call } = await room.browser(member);
    const changed = await call('PUT', '/me/preferences', body({ push: false }, { sms: true }, 'en'));
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      language: 'en',
      notices: [
        { channels: { push: { isOn: false } } },
        { channels: { sms: { isOn: true }, push: { isOn: true } } },
        {},
        {},
        {},
      ],
    });
    expect((await call('GET', '/me/preferences')).body).toEqual(changed.body);
    const acts = ['notifications.language-changed', 'notifications.preferences-changed'];
    expect(await room.acts(member)).toEqual(acts);
    await call('PUT', '/me/preferences', body({ push: false }, { sms: true }, 'en')); // nothing differs
    expect(await room.acts(member)).toEqual(acts);
    await call('PUT', '/me/preferences', body({}, {}, 'en'));
    expect(await room.acts(member)).toEqual([...acts, 'notifications.preferences-changed']);
  });

  it('refuses to switch off what protects the member, names it, and changes nothing', async () => {
    const member = await room.member();
    const { call } = await room.browser(member);
    const answer = await call('PUT', '/me/preferences', body({ sms: false, push: false }, { email: false }, 'en'));
    expect([answer.status, answer.body.code]).toEqual([422, 'validation-failed']);
    expect(answer.body.errors).toMatchObject([
      { pointer: '/notices/0/channels/sms', code: 'channel-fixed' },
      { pointer: '/notices/1/channels/email', code: 'channel-fixed' },
    ]);
    expect((await call('GET', '/me/preferences')).body).toMatchObject({
      language: 'de',
      notices: [{ channels: { push: { isOn: true } } }, {}, {}, {}, {}],
    });
    expect(await room.acts(member)).toEqual([]);
  });

  const [security, cover, ...others] = body().notices;
  it.each([
    ['no language', { notices: body().notices }],
    ['a language we do not write', body({}, {}, 'fr')],
    ['no notices', { language: 'de' }],
    ['notices that are none', { language: 'de', notices: 'all' }],
    ['a kind missing', { language: 'de', notices: [security, ...others] }],
    ['a kind twice', { language: 'de', notices: [security, security, ...others] }],
    ['a kind too many', { language: 'de', notices: [security, cover, ...others, cover] }],
    ['an unknown kind', { language: 'de', notices: [security, { ...cover, kind: 'marketing' }, ...others] }],
    ['an empty place', { language: 'de', notices: [security, null, ...others] }],
    [
      'a channel missing',
      { language: 'de', notices: [security, { kind: 'cover', channels: { email: true } }, ...others] },
    ],
    ['a channel that is a word', body({ push: 'yes' })],
    ['a channel we do not have', body({ fax: true })],
    ['channels that are a list', { language: 'de', notices: [security, { kind: 'cover', channels: [] }] }],
  ])('refuses %s', async (_, change) => {
    const { call } = await room.browser(await room.member());
    const answer = await call('PUT', '/me/preferences', change);
    expect([answer.status, answer.body.code]).toEqual([422, 'validation-failed']);
  });

  it('S34 belongs to the account of the session alone', async () => {
    const [mine, other] = [await room.member(), await room.member()];
    await (await room.browser(mine)).call('PUT', '/me/preferences', body({ push: false }, {}, 'en'));
    expect((await (await room.browser(other)).call('GET', '/me/preferences')).body).toMatchObject({
      language: 'de',
      notices: [{ channels: { push: { isOn: true } } }, {}, {}, {}, {}],
    });
  });

  it('S63 goes with the account', async () => {
    const member = await room.member();
    const endpoint = await PushEndpoint.open();
    await (await room.browser(member)).call('PUT', '/me/preferences', body({ push: false }));
    await (await room.phone(member)).call('PUT', '/device/push-subscription', endpoint.subscription);
    await room.happened('identity.login-blocked', { accountId: member.id });
    await room.work();
    const rows = async () =>
      Promise.all(
        ['preference', 'push_subscription', 'last_told'].map(
          async (table) =>
            (await room.test.query(`SELECT FROM notifications.${table} WHERE account_id = $1`, [member.id])).length,
        ),
      );
    expect(await rows()).toEqual([1, 1, 1]);
    const kept = await room.test.database.transaction(async (tx) => {
      const { id: accountId, insuredId } = member;
      return room.get(PersonalDataSources).erase(tx, { accountId, insuredId });
    });
    expect(await rows()).toEqual([0, 0, 0]);
    expect(JSON.stringify(kept)).not.toMatch(/Hinweis|Benachrichtigung/);
    await endpoint.close();
  });
});
