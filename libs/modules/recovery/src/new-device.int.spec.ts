import { type Account } from '@of/identity';
import { codeOf, printedLetters } from '@of/testing';
import { PASSWORD, recoveryRoom, type Browser, type Phone } from './recovery-room.fixture';

const room = recoveryRoom();
// Cookies are judged by the clock of the machine: no jump away from it.
beforeEach(() => room.test.clock.reset());

const password = { password: PASSWORD };
const start = (browser: Browser) => browser.call('POST', '/me/device-transfers', password);
const devicesOf = ({ id }: Account) =>
  room.test.query<{ name: string; state: string }>(
    `SELECT name, state FROM identity.device WHERE account_id = $1 ORDER BY created_at, id`,
    [id],
  );

async function offer(phone: Phone, transferId: string, name: string) {
  const { status, body } = await phone.call('POST', '/devices/transfer-options', { transferId });
  if (status !== 200) return { status, body };
  const credential = phone.key.create(body['publicKey'] as never);
  return phone.call('POST', '/devices', { transferId, name, credential });
}

/** A member who has just activated the account and bound a first phone; and a confirmed session. */
async function equipped() {
  const member = await room.member();
  const opener = await room.browser(member);
  await room.test.query(`UPDATE identity.account SET activated_at = platform.now() WHERE id = $1`, [member.id]);
  const phone = room.newPhone();
  const { transferId } = (await start(opener)).json();
  const bound = await offer(phone, transferId, 'Altes Handy');
  const browser = await room.browser(member, { level: 'full' });
  return { member, phone, browser, bound };
}

/** Every table of the house with a row that holds this text anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await room.test.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await room.test.query(`SELECT FROM ${name} row WHERE row::text LIKE '%' || $1 || '%' LIMIT 1`, [text]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const progress = async (phone: Phone, transferId: string) =>
  (await phone.call('GET', `/devices/transfers/${transferId}`)).body['status'];

async function decide(phone: Phone, decision: 'approve' | 'decline') {
  const { items } = (await phone.call('GET', '/device/approvals')).body as {
    items: { id: string; matchNumber: string }[];
  };
  const approval = items[0] as { id: string; matchNumber: string };
  const { body } = await phone.call('POST', `/device/approvals/${approval.id}/options`);
  const credential = decision === 'approve' ? phone.key.get(body as never) : undefined;
  const { matchNumber } = approval;
  return phone.call('POST', `/device/approvals/${approval.id}/decision`, { decision, matchNumber, credential });
}

describe('POST /api/v1/me/device-transfers', () => {
  it('S57 S20 stores the secret of the QR code nowhere, while it waits and when the new device has asked', async () => {
    const { browser } = await equipped();
    const transferId = String((await start(browser)).json().transferId);
    expect(await tablesWith(transferId)).toEqual([]);
    await room.newPhone().call('POST', '/devices/transfer-options', { transferId });
    expect(await tablesWith(transferId)).toEqual([]);
  });

  it('S20 the session that brought the activation code binds the first device within 30 minutes', async () => {
    const { member, bound } = await equipped();
    expect(bound.status).toBe(201);
    expect(await devicesOf(member)).toEqual([{ name: 'Altes Handy', state: 'active' }]);

    const late = await room.member();
    const browser = await room.browser(late);
    await room.test.query(
      `UPDATE identity.account SET activated_at = platform.now() - interval '31 minutes' WHERE id = $1`,
      [late.id],
    );
    expect((await start(browser)).json().code).toBe('second-factor-required');
    // A session that came later proves nothing about the letter.
    await room.test.query(
      `UPDATE identity.account SET activated_at = platform.now() - interval '1 minute' WHERE id = $1`,
      [late.id],
    );
    expect((await start(await room.browser(late))).json().code).toBe('second-factor-required');
  });

  it('S20 needs the password and a confirmed session', async () => {
    const { member, browser } = await equipped();
    const wrong = await browser.call('POST', '/me/device-transfers', { password: 'Falsches-Passwort-1' });
    expect(wrong.json().errors[0].code).toBe('password-wrong');
    expect((await start(await room.browser(member))).json().code).toBe('second-factor-required');
    const waiting = await room.browser(member, { nextStep: 'approve-login' });
    expect((await start(waiting)).json().code).toBe('step-required');
  });

  it('D9 the old device releases exactly the new one that is shown', async () => {
    const { member, phone, browser } = await equipped();
    const started = await start(browser);
    expect(started.statusCode).toBe(201);
    const { transferId, qr } = started.json();
    expect(qr).toBe(`${room.test.config.companionOrigin}/geraet#transfer=${transferId}`);
    const stored = await room.test.query(`SELECT t::text AS row FROM recovery.device_transfer t`);
    expect(JSON.stringify(stored)).not.toContain(transferId);

    const next = room.newPhone();
    const offered = await offer(next, transferId, 'Neues Handy');
    expect(offered.status).toBe(202);
    expect(await devicesOf(member)).toContainEqual({ name: 'Neues Handy', state: 'pending' });
    expect(await progress(next, transferId)).toBe('pending');
    const mine = (await browser.call('GET', `/me/device-transfers/${transferId}`)).json();
    expect(mine).toMatchObject({ status: 'pending', deviceName: 'Neues Handy', approvalId: expect.any(String) });

    const { items } = (await phone.call('GET', '/device/approvals')).body as { items: Record<string, unknown>[] };
    expect(items[0]).toMatchObject({ action: 'device-transfer', matchNumber: offered.body['matchNumber'] });
    const lines = (items[0]?.['lines'] as { label: string; to: string }[]).map(({ label, to }) => [label, to]);
    expect(lines).toEqual([
      ['Neues Gerät', 'Neues Handy'],
      ['Programm', expect.any(String)],
      ['Ort', 'In einem anderen Netz als Ihr Browser'],
      ['Kennung des Schlüssels', expect.stringMatching(/^[0-9A-F]{5}-[0-9A-F]{5}$/)],
    ]);
    expect((await decide(phone, 'approve')).status).toBe(200);
    expect(await devicesOf(member)).toContainEqual({ name: 'Neues Handy', state: 'active' });
    expect(await progress(next, transferId)).toBe('approved');
    expect((await offer(room.newPhone(), transferId, 'Drittes')).body.code).toBe('transfer-expired');
  });

  it('D9 a key that was exchanged after the question is not activated', async () => {
    const { member, phone, browser } = await equipped();
    const { transferId } = (await start(browser)).json();
    await offer(room.newPhone(), transferId, 'Neues Handy');
    await room.test.query(
      `UPDATE identity.device SET public_key = 'other' WHERE account_id = $1 AND state = 'pending'`,
      [member.id],
    );
    expect((await decide(phone, 'approve')).body.code).toBe('approval-stale');
    expect(await devicesOf(member)).toContainEqual({ name: 'Neues Handy', state: 'pending' });
  });

  it('a refusal and an unanswered question leave nothing behind', async () => {
    const { member, phone, browser } = await equipped();
    const first = (await start(browser)).json().transferId;
    await offer(room.newPhone(), first, 'Abgelehnt');
    expect((await decide(phone, 'decline')).status).toBe(200);
    expect(await progress(phone, first)).toBe('declined');

    const second = (await start(browser)).json().transferId;
    await offer(room.newPhone(), second, 'Ohne Antwort');
    await room.test.clock.advance('5 minutes 1 second');
    expect(await progress(phone, second)).toBe('expired');
    await room.tidy();
    expect(await devicesOf(member)).toEqual([{ name: 'Altes Handy', state: 'active' }]);
  });

  it('S20 a newer QR code ends the older one, and ten minutes end any', async () => {
    const { browser } = await equipped();
    const older = (await start(browser)).json().transferId;
    const newer = (await start(browser)).json().transferId;
    expect((await offer(room.newPhone(), older, 'X')).body.code).toBe('transfer-expired');
    await room.test.clock.advance('10 minutes 1 second');
    expect((await offer(room.newPhone(), newer, 'X')).body.code).toBe('transfer-expired');
  });

  it('D9 nothing is taken for a session that has ended, and nobody else sees the transfer', async () => {
    const { member, browser } = await equipped();
    const { transferId } = (await start(browser)).json();
    const stranger = await room.browser(await room.member());
    expect((await stranger.call('GET', `/me/device-transfers/${transferId}`)).statusCode).toBe(404);
    await room.test.query(`UPDATE identity.session SET ended_at = platform.now() WHERE id = $1`, [browser.sessionId]);
    expect((await offer(room.newPhone(), transferId, 'X')).body.code).toBe('transfer-expired');
    expect(await devicesOf(member)).toHaveLength(1);
  });

  it('S20 an account has three devices at most', async () => {
    const { member, browser } = await equipped();
    await room.bindDevice(member, 'Zwei');
    await room.bindDevice(member, 'Drei');
    expect((await start(browser)).json()).toMatchObject({ code: 'too-many-devices', most: 3 });
  });
});

describe('POST /api/v1/me/device-codes', () => {
  const letters = ({ kvnr }: Account) => printedLetters({ dataDir: room.test.config.DATA_DIR }, kvnr);
  const produced = () => room.work('letters.letter-ordered');

  it('D30 orders a letter, also while the login waits for the lost device, and tells it', async () => {
    const { member } = await equipped();
    const browser = await room.browser(member, { nextStep: 'approve-login' });
    const wrong = await browser.call('POST', '/me/device-codes', { password: 'Falsches-Passwort-1' });
    expect(wrong.json().errors[0].code).toBe('password-wrong');
    const ordered = await browser.call('POST', '/me/device-codes', password);
    expect([ordered.statusCode, Object.keys(ordered.json())]).toEqual([202, ['letterExpectedBy']]);
    expect((await browser.call('POST', '/me/device-codes', password)).statusCode).toBe(429);
    const told = await room.test.query(
      `SELECT payload ->> 'accountId' AS id FROM platform.outbox_event WHERE name = 'recovery.device-code-ordered'`,
    );
    expect(told).toContainEqual({ id: member.id });
    await produced();
    const [letter] = letters(member);
    expect(letter?.purpose).toBe('device');

    const phone = room.newPhone();
    const credentials = { username: member.kvnr, ...password, code: codeOf(letter as never) };
    const { body } = await phone.call('POST', '/devices/binding-options', credentials);
    const credential = phone.key.create(body['publicKey'] as never);
    const bound = await phone.call('POST', '/devices', { bindingId: body['bindingId'], name: 'Ersatz', credential });
    expect(bound.status).toBe(201);
  });

  it('D8 any device withdraws it: the letter is not made', async () => {
    const { member, phone, browser } = await equipped();
    await browser.call('POST', '/me/device-codes', password);
    expect((await phone.call('DELETE', '/device/device-codes')).status).toBe(204);
    await produced();
    expect(letters(member)).toEqual([]);
    expect((await phone.call('DELETE', '/device/device-codes')).status).toBe(404);
  });

  it('D8 withdrawn after it was sent, its code binds nothing', async () => {
    const { member, browser } = await equipped();
    await browser.call('POST', '/me/device-codes', password);
    await produced();
    const code = codeOf(letters(member)[0] as never);
    expect((await browser.call('DELETE', '/me/device-codes')).statusCode).toBe(204);
    const tried = await room
      .newPhone()
      .call('POST', '/devices/binding-options', { username: member.kvnr, ...password, code });
    expect(tried.body.code).toBe('code-invalid');
  });

  it('D8 nobody withdraws it before the login was released', async () => {
    const { member } = await equipped();
    const browser = await room.browser(member, { nextStep: 'approve-login' });
    await browser.call('POST', '/me/device-codes', password);
    expect((await browser.call('DELETE', '/me/device-codes')).json().code).toBe('step-required');
  });
});
