import { newId } from '@of/kernel';
import { AccountLocks } from '../application/account-locks';
import { companion } from '../companion.fixture';

const house = companion();
const { room } = house;
const WRONG_CODE = '0000-0000-0001';

const nameless = { name: 'Handy', credential: {} };
const wrongTries = async (accountId: string) =>
  (
    await room.test.query<{ wrong_tries: number; redeemed_at: Date | null }>(
      `SELECT wrong_tries, redeemed_at FROM identity.posted_code WHERE account_id = $1 ORDER BY created_at DESC LIMIT 1`,
      [accountId],
    )
  )[0];
const devicesOf = (accountId: string) =>
  room.test.query<{ id: string; state: string; bound_by: string; is_syncable: boolean; is_backed_up: boolean }>(
    `SELECT * FROM identity.device WHERE account_id = $1 ORDER BY created_at`,
    [accountId],
  );

beforeEach(() => room.test.clock.reset());

describe('binding a device with a posted code', () => {
  it('A7 opens an account and binds the phone, and ends every other session', async () => {
    const account = await room.newAccount();
    const web = await room.actorOf(account);
    const answer = await house.bind(account, house.phone());

    expect([answer.status, answer.body]).toEqual([
      201,
      {
        deviceId: expect.any(String),
        name: 'Handy von Erika',
        givenName: 'Erika',
        familyName: 'Muster',
        verifiedUntil: expect.any(String),
      },
    ]);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^of_device=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(await house.stateOf('account', account.id)).toMatchObject({ state: 'active', sensitive_frozen_until: null });
    expect(await house.stateOf('session', web.sessionId)).toMatchObject({ end_reason: 'activated' });
    expect(await devicesOf(account.id)).toMatchObject([{ state: 'active', bound_by: 'posted-code' }]);
    expect(await house.events(account.id)).toEqual(['identity.device-bound']);
    const acts = await room.test.query<{ content: string }>(
      `SELECT content FROM platform.audit_entry WHERE subject = $1`,
      [account.insuredId],
    );
    const text = JSON.stringify(acts);
    expect(text).toContain('registration.activated');
    expect(text).toContain('identity.device-bound');
    expect(await house.call('GET', '/api/v1/device/session', { cookie: answer.cookie })).toMatchObject({ status: 200 });
  });

  it('S20 a later device by letter freezes address, bank account and e-mail for 24 hours, and asks running sessions', async () => {
    const account = await house.activeAccount();
    const web = await room.actorOf(account);
    expect((await house.bind(account, house.phone())).status).toBe(201);
    expect(await house.stateOf('session', web.sessionId)).toMatchObject({ next_step: 'approve-login', ended_at: null });

    const locks = house.get(AccountLocks);
    const frozen = () =>
      room.test.database
        .transaction((tx) => locks.assertNotFrozen(tx, account.id))
        .then(
          () => 'free',
          (error: { code: string }) => error.code,
        );
    expect(await frozen()).toBe('recently-recovered');
    await room.test.clock.advance('23 hours 59 minutes');
    expect(await frozen()).toBe('recently-recovered');
    await room.test.clock.advance('2 minutes');
    expect(await frozen()).toBe('free');
  });

  it('S16 asks for a verified user, no attestation, the two algorithms, and names no member', async () => {
    const account = await house.activeAccount();
    const first = house.phone();
    await house.bind(account, first);
    const { publicKey } = (await house.startBinding(account, await house.letter(account))).body as unknown as {
      publicKey: Record<string, unknown>;
    };
    expect(publicKey).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
      pubKeyCredParams: [{ alg: -8 }, { alg: -7 }],
      excludeCredentials: [{ id: first.credentialId.toString('base64url') }],
    });
    expect(Buffer.from(publicKey['challenge'] as string, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(publicKey)).not.toMatch(new RegExp(`${account.kvnr}|${account.id}|${account.insuredId}`));
  });

  it('S14 refuses unknown name, wrong password and locked account in the same words, before any code is looked at', async () => {
    const account = await house.activeAccount();
    const code = await house.letter(account);
    const locked = await house.activeAccount();
    const lockedCode = await house.letter(locked);
    await room.test.database.transaction((tx) =>
      house.get(AccountLocks).lock(tx, { accountId: locked.id, insuredId: locked.insuredId }, 'fraud'),
    );
    const answers = [
      await house.startBinding(account, code, 'Falsches-Passwort-1'),
      await house.startBinding({ ...account, kvnr: 'A123456780' }, code),
      await house.startBinding(locked, lockedCode),
    ].map(({ status, body }) => ({ status, ...body }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 401, code: 'login-failed' });
    expect(await wrongTries(account.id)).toMatchObject({ wrong_tries: 0 });
    expect(await wrongTries(locked.id)).toMatchObject({ wrong_tries: 0 });
  });

  it('S12 counts wrong passwords in the same bucket as the login', async () => {
    const account = await house.activeAccount();
    const code = await house.letter(account);
    for (let n = 0; n < 5; n++) {
      expect((await house.startBinding(account, code, 'Falsches-Passwort-1')).status).toBe(401);
    }
    const sixth = await house.startBinding(account, code);
    expect([sixth.status, sixth.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    await expect(room.attempt({ username: account.kvnr })).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('S20 a wrong code is counted, the sixth entry finds it void', async () => {
    const account = await house.activeAccount();
    const code = await house.letter(account);
    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await house.startBinding(account, WRONG_CODE);
      expect([answer.status, answer.body]).toEqual([
        422,
        expect.objectContaining({ code: 'code-invalid', attemptsLeft: left }),
      ]);
    }
    expect(await house.startBinding(account, code)).toMatchObject({ status: 409, body: { code: 'code-void' } });
  });

  it.each([
    ['active', 'registration'],
    ['active', 'reset'],
    ['applied', 'device'],
    ['applied', 'reset'],
  ] as const)('S20 an %s account takes no code for %s', async (state, purpose) => {
    const account = state === 'active' ? await house.activeAccount() : await room.newAccount();
    const code = await house.letter(account, purpose);
    expect(await house.startBinding(account, code)).toMatchObject({ status: 422, body: { code: 'code-invalid' } });
    expect(await devicesOf(account.id)).toEqual([]);
  });

  it('S20 a right code is no wrong try, and entering it again replaces the former binding', async () => {
    const account = await house.activeAccount();
    const code = await house.letter(account);
    const phone = house.phone();
    const first = (await house.startBinding(account, code)).body;
    const second = (await house.startBinding(account, code)).body;
    expect(await wrongTries(account.id)).toEqual({ wrong_tries: 0, redeemed_at: null });

    const late = await house.post('/api/v1/devices', {
      ...nameless,
      bindingId: first.bindingId,
      credential: phone.create(first.publicKey),
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'binding-expired' } });
    const bound = { ...nameless, bindingId: second.bindingId, credential: phone.create(second.publicKey) };
    expect((await house.post('/api/v1/devices', bound)).status).toBe(201);
    expect(await house.post('/api/v1/devices', bound)).toMatchObject({
      status: 409,
      body: { code: 'binding-expired' },
    });
    expect(await house.startBinding(account, code)).toMatchObject({ status: 422, body: { code: 'code-invalid' } });
    expect(await devicesOf(account.id)).toHaveLength(1);
  });

  it('S20 the reservation lasts ten minutes', async () => {
    const account = await house.activeAccount();
    const started = (await house.startBinding(account, await house.letter(account))).body;
    await room.test.clock.advance('10 minutes 1 second');
    const answer = await house.post('/api/v1/devices', {
      ...nameless,
      bindingId: started.bindingId,
      credential: house.phone().create(started.publicKey),
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'binding-expired' } });
    expect(await wrongTries(account.id)).toMatchObject({ redeemed_at: null });
  });

  it('S20 two phones with one binding at the same time: one is bound', async () => {
    const account = await house.activeAccount();
    const { bindingId, publicKey } = (await house.startBinding(account, await house.letter(account))).body;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        house.post('/api/v1/devices', { ...nameless, bindingId, credential: house.phone().create(publicKey) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(await devicesOf(account.id)).toHaveLength(1);
  });

  it('S20 a fourth device is refused, and its code stays good', async () => {
    const account = await house.activeAccount();
    for (let n = 0; n < 2; n++) expect((await house.bind(account, house.phone())).status).toBe(201);
    const code = await house.letter(account);
    const { bindingId, publicKey } = (await house.startBinding(account, code)).body;
    const reserved = { ...nameless, bindingId, credential: house.phone().create(publicKey) };
    // A third one came in another way while this one was under way.
    await room.test.query(
      `INSERT INTO identity.device (id, account_id, name, state, credential_id, public_key, transports, sign_count,
         is_syncable, is_backed_up, bound_by)
       VALUES ($1, $2, 'Tablet', 'active', 'third', '', '{}', 0, false, false, 'transfer')`,
      [newId(), account.id],
    );
    expect(await house.post('/api/v1/devices', reserved)).toMatchObject({
      status: 409,
      body: { code: 'too-many-devices' },
    });
    expect(await house.startBinding(account, code)).toMatchObject({ status: 409, body: { code: 'too-many-devices' } });
    expect(await wrongTries(account.id)).toEqual({ wrong_tries: 0, redeemed_at: null });
    expect(await devicesOf(account.id)).toHaveLength(3);
  });

  it('S16 a credential belongs to one device in the whole house', async () => {
    const phone = house.phone();
    const owner = await house.activeAccount();
    const other = await house.activeAccount();
    await house.bind(owner, phone);
    expect(await house.bind(other, phone)).toMatchObject({ status: 409, body: { code: 'device-known' } });
    expect(await devicesOf(other.id)).toEqual([]);
    expect(await wrongTries(other.id)).toMatchObject({ redeemed_at: null });
  });

  it('S15 an account locked, or opened on the web, after its code was checked: the binding is worth nothing', async () => {
    const locked = await house.activeAccount();
    const opened = await room.newAccount();
    const commands = [];
    const codes = { [locked.id]: await house.letter(locked), [opened.id]: await house.letter(opened) };
    for (const account of [locked, opened]) {
      const { bindingId, publicKey } = (await house.startBinding(account, codes[account.id] ?? '')).body;
      commands.push({ ...nameless, bindingId, credential: house.phone().create(publicKey) });
    }
    await room.test.database.transaction((tx) =>
      house.get(AccountLocks).lock(tx, { accountId: locked.id, insuredId: locked.insuredId }, 'fraud'),
    );
    await room.postedCodes.redeem(opened.id, 'registration', codes[opened.id] ?? '', (tx) =>
      room.accounts.activate(tx, opened.id),
    );
    for (const command of commands) {
      expect(await house.post('/api/v1/devices', command)).toMatchObject({
        status: 409,
        body: { code: 'binding-expired' },
      });
    }
    expect([...(await devicesOf(locked.id)), ...(await devicesOf(opened.id))]).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['blank', '   '],
    ['too long', 'x'.repeat(61)],
    ['with a line break', 'Handy\nvon Erika'],
    ['with a null', 'Handy\u0000'],
    ['turning the line round', 'Handy\u202E'],
    ['no text', 7],
  ])('refuses a name that is %s', async (_case, name) => {
    const answer = await house.post('/api/v1/devices', { bindingId: newId(), name, credential: {} });
    expect([answer.status, answer.body.code]).toEqual([422, 'validation-failed']);
  });

  it.each([
    [{ ...nameless }],
    [{ ...nameless, bindingId: 'x' }],
    [{ ...nameless, bindingId: newId(), transferId: { $gt: '' } }],
    [{ ...nameless, bindingId: null }],
    [{ ...nameless, bindingId: newId(), credential: 'x' }],
    [{ ...nameless, bindingId: newId(), extra: 1 }],
    [[]],
    ['text'],
  ])('refuses the body %j without a fault of its own', async (body) => {
    expect([400, 422]).toContain((await house.post('/api/v1/devices', body)).status);
  });

  it('keeps the flags of a key that its maker may copy (decision of the house: accepted, shown)', async () => {
    const account = await house.activeAccount();
    expect((await house.bind(account, house.phone(true))).status).toBe(201);
    expect(await devicesOf(account.id)).toMatchObject([{ is_syncable: true, is_backed_up: true }]);
    const other = await house.activeAccount();
    expect((await house.bind(other, house.phone(false, 'EdDSA'))).status).toBe(201);
    expect(await devicesOf(other.id)).toMatchObject([{ is_syncable: false, is_backed_up: false }]);
  });
});
