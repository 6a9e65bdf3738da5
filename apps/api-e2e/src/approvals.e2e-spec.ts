import { get as httpGet } from 'node:http';
import { type RunningHouse, VirtualAuthenticator, type Spoiled, until } from '@of/testing';
import { Caller } from './support/caller';
import { ERIKA, kvnrOf, loggedIn, memberLine, settled } from './support/members';
import { boundPhone, Phone } from './support/phones';
import { startHouse } from './support/running-house';

type Json = Record<string, unknown>;

let house: RunningHouse;
let phone: Phone;
let next = 100;

beforeAll(async () => {
  house = await startHouse();
  phone = await boundPhone(house, ERIKA);
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

/** A member of their own, so that limits and locks of one test do not reach another. */
async function newMember(): Promise<{ kvnr: string; phone: Phone }> {
  const number = next++;
  await house.importMembers([memberLine(number)]);
  const owner = { kvnr: kvnrOf(number), postalCode: '04109' };
  return { kvnr: owner.kvnr, phone: await boundPhone(house, owner) };
}

const approvalOf = async (browser: Caller): Promise<Json> =>
  (await browser.get('/api/v1/session')).body['approval'] as Json;

describe('releasing a login', () => {
  let owner: { kvnr: string; phone: Phone };

  beforeEach(async () => {
    owner = await newMember();
  });

  it('S16 a replayed assertion does nothing: one release, then it is closed', async () => {
    const approval = await approvalOf(await loggedIn(house, owner.kvnr));
    const options = await owner.phone.caller.post(`/api/v1/device/approvals/${String(approval['id'])}/options`);
    const credential = owner.phone.key.get(options.body as never);
    expect((await owner.phone.decide(approval, credential)).status).toBe(200);
    expect((await owner.phone.decide(approval, credential)).body.code).toBe('approval-closed');
  });

  it('S17 the assertion for one approval does not release another', async () => {
    const first = await approvalOf(await loggedIn(house, owner.kvnr));
    const options = await owner.phone.caller.post(`/api/v1/device/approvals/${String(first['id'])}/options`);
    const credential = owner.phone.key.get(options.body as never);
    const second = await approvalOf(await loggedIn(house, owner.kvnr));
    expect((await owner.phone.decide(second, credential)).body.code).toBe('assertion-invalid');
  });

  it('S17 a changed byte of the content, of its hash or of the payload makes it worthless', async () => {
    const browser = await loggedIn(house, owner.kvnr);
    const approval = await approvalOf(browser);
    const options = await owner.phone.caller.post(`/api/v1/device/approvals/${String(approval['id'])}/options`);
    const credential = owner.phone.key.get(options.body as never);
    const [row] = await house.query<{ content: string }>(`SELECT content FROM approval.approval WHERE id = $1`, [
      approval['id'],
    ]);
    const content = row?.content ?? '';
    for (let at = 5; at < content.length; at += 37) {
      const changed = `${content.slice(0, at)}${content[at] === 'x' ? 'y' : 'x'}${content.slice(at + 1)}`;
      await house.query(`UPDATE approval.approval SET content = $2 WHERE id = $1`, [approval['id'], changed]);
      const answer = await owner.phone.decide(approval, credential).catch((error: Error) => error);
      if (answer instanceof Error) throw answer;
      expect([answer.status, answer.body.code]).toEqual([409, 'approval-stale']);
    }
    await house.query(
      `UPDATE approval.approval SET content = $2, content_hash = sha256(convert_to($2, 'UTF8')) WHERE id = $1`,
      [approval['id'], content.replace('Node.js', 'Browser').replace('"browser":"', '"browser":"Anderer ')],
    );
    expect((await owner.phone.decide(approval, credential)).body.code).toBe('assertion-invalid');
    expect((await browser.get('/api/v1/session')).body['level']).toBe('basic');
  });

  it('R16 fifty releases at once: exactly one counts', async () => {
    const browser = await loggedIn(house, owner.kvnr);
    const approval = await approvalOf(browser);
    const options = await owner.phone.caller.post(`/api/v1/device/approvals/${String(approval['id'])}/options`);
    const synced = owner.phone.key.get(options.body as never);
    const answers = await Promise.all(Array.from({ length: 50 }, () => owner.phone.decide(approval, synced)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ status }) => status))).not.toContain(500);
    const audits = await house.query(
      `SELECT FROM platform.audit_entry WHERE content::jsonb->>'act' = 'approval.approved' AND content::jsonb->>'object' = $1`,
      [approval['id']],
    );
    expect(audits).toHaveLength(1);
  });

  it('D37 counts wrong numbers: the third refuses the login', async () => {
    const browser = await loggedIn(house, owner.kvnr);
    const approval = await approvalOf(browser);
    const wrong = { ...approval, matchNumber: approval['matchNumber'] === '11' ? '12' : '11' };
    for (const attemptsLeft of [2, 1, 0]) {
      expect((await owner.phone.decide(wrong, undefined)).body).toMatchObject({
        status: 422,
        code: 'match-number-wrong',
        attemptsLeft,
      });
    }
    expect((await owner.phone.approve(approval)).body.code).toBe('approval-closed');
    expect((await browser.get('/api/v1/session')).status).toBe(401);
    const rows = await house.query(`SELECT status FROM approval.approval WHERE id = $1`, [approval['id']]);
    expect(rows).toEqual([{ status: 'declined' }]);
  });

  it('runs out after two minutes; a new request replaces it', async () => {
    const browser = await loggedIn(house, owner.kvnr);
    const approval = await approvalOf(browser);
    await house.clock.advance('2 minutes 1 second');
    expect((await owner.phone.approve(approval)).body.code).toBe('approval-closed');
    expect(await approvalOf(browser)).toMatchObject({ status: 'expired' });
    const again = await browser.post('/api/v1/session/approval');
    expect(again.status).toBe(201);
    expect((await owner.phone.approve(again.body)).status).toBe(200);
    expect((await browser.get('/api/v1/session')).body['level']).toBe('full');
  });

  it('refused, the session is over', async () => {
    const browser = await loggedIn(house, owner.kvnr);
    expect((await owner.phone.decline(await approvalOf(browser))).body).toMatchObject({ status: 'declined' });
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  it('S19 "that was not me" ends the session and slows down strangers', async () => {
    const browser = await loggedIn(house, owner.kvnr);
    expect((await owner.phone.decline(await approvalOf(browser), 'not-me')).status).toBe(200);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
    await expect(loggedIn(house, owner.kvnr)).rejects.toThrow('429');
  });

  it('S18 the fourth unanswered request in five minutes is refused; a known browser has requests of its own', async () => {
    const known = new Caller(house);
    const body = { username: owner.kvnr, password: 'Regenbogen-7-Fahrrad', trustBrowser: true };
    const first = await known.post('/api/v1/session', body);
    expect((await owner.phone.approve(first.body['approval'] as Json)).status).toBe(200);
    for (let n = 0; n < 3; n++) await loggedIn(house, owner.kvnr);
    await expect(loggedIn(house, owner.kvnr)).rejects.toThrow('429');
    const open = await owner.phone.openApprovals();
    expect(open).toHaveLength(3);
    known.cookies.delete('of_session');
    expect((await known.post('/api/v1/session', body)).body).toMatchObject({ nextStep: 'approve-login' });
  });

  it('S15 a lock between the steps of a login stops it', async () => {
    const browser = await loggedIn(house, owner.kvnr);
    const approval = await approvalOf(browser);
    const lock = (at: string | null) =>
      house.query(`UPDATE identity.account SET locked_at = ${at ? 'now()' : 'NULL'} WHERE kvnr = $1`, [owner.kvnr]);
    await lock('now');
    expect((await owner.phone.approve(approval)).status).toBe(401);
    await expect(loggedIn(house, owner.kvnr)).rejects.toThrow('401');
    await lock(null);
    expect((await owner.phone.approve(approval)).status).toBe(200);
  });

  it('a device that was removed or a session that ended releases nothing', async () => {
    const browser = await loggedIn(house, owner.kvnr);
    const approval = await approvalOf(browser);
    await browser.delete('/api/v1/session');
    expect((await owner.phone.approve(approval)).body.code).toBe('approval-closed');
    const second = await approvalOf(await loggedIn(house, owner.kvnr));
    await house.query(
      `UPDATE identity.device SET state = 'removed' WHERE account_id = (SELECT id FROM identity.account WHERE kvnr = $1)`,
      [owner.kvnr],
    );
    expect((await owner.phone.approve(second)).body.code).toBe('device-removed');
  });

  const races: [string, (approval: Json, browser: Caller) => Promise<unknown>][] = [
    ['withdrawing', (approval, browser) => browser.delete(`/api/v1/me/approvals/${String(approval['id'])}`)],
    ['logging out', (_approval, browser) => browser.delete('/api/v1/session')],
    ['refusing', (approval) => owner.phone.decline(approval)],
  ];
  it.each(races)('R16 releasing against %s ends in one of the two', async (_name, other) => {
    for (let n = 0; n < 8; n++) {
      const browser = await loggedIn(house, owner.kvnr);
      const approval = await approvalOf(browser);
      const [released] = await Promise.all([owner.phone.approve(approval), other(approval, browser)]);
      const [row] = await house.query<{ status: string; level: string; ended: boolean }>(
        `SELECT a.status, s.level, s.ended_at IS NOT NULL AS ended FROM approval.approval a
           JOIN identity.session s ON s.id = a.session_id WHERE a.id = $1`,
        [approval['id']],
      );
      expect(row?.level).toBe(row?.status === 'approved' ? 'full' : 'basic');
      expect(released.status === 200).toBe(row?.status === 'approved');
      await house.query(`DELETE FROM approval.approval WHERE id = $1`, [approval['id']]);
    }
  });

  const mutations: [string, Spoiled][] = [
    ['another origin', { origin: 'http://localhost:3000' }],
    ['another rpId', { rpId: 'example.com' }],
    ['no user verification', { uv: false }],
    ['a wrong type', { type: 'webauthn.create' }],
    ['a truncated signature', { signature: (bytes) => bytes.subarray(0, 10) }],
    ['truncated data', { authData: (data) => data.subarray(0, 20) }],
  ];
  it('S16 refuses spoiled assertions, and the approval stays open for the right one', async () => {
    const approval = await approvalOf(await loggedIn(house, owner.kvnr));
    for (const [, spoiled] of mutations.slice(0, 2))
      expect((await owner.phone.approve(approval, spoiled)).body.code).toBe('assertion-invalid');
    expect((await owner.phone.approve(approval)).status).toBe(200);
    for (const [, spoiled] of mutations.slice(2)) {
      const another = await approvalOf(await loggedIn(house, owner.kvnr));
      expect((await owner.phone.approve(another, spoiled)).body.code).toBe('assertion-invalid');
      await owner.phone.decline(another);
    }
  });

  it('S16 the key of another member releases nothing', async () => {
    const approval = await approvalOf(await loggedIn(house, owner.kvnr));
    expect((await phone.approve(approval)).status).toBe(404);
    const foreign = new Phone(house, new VirtualAuthenticator(house.companionOrigin));
    for (const [name, value] of owner.phone.caller.cookies) foreign.caller.cookies.set(name, value);
    expect((await foreign.approve(approval)).body.code).toBe('assertion-invalid');
  });
});

describe('streams', () => {
  /** Opens a stream and collects its events. */
  function follow(caller: Caller, port: number, path: string) {
    const events: Json[] = [];
    let isClosed = false;
    const cookie = [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = httpGet({ host: '127.0.0.1', port, path, headers: { cookie } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += String(chunk);
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) {
          const data = /^data: (.*)$/m.exec(part)?.[1];
          if (data) events.push(JSON.parse(data) as Json);
        }
      });
      response.on('close', () => (isClosed = true));
    });
    return { events, isClosed: () => isClosed, stop: () => request.destroy() };
  }

  it('the phone hears of a login at once, the browser of its release, also after the API was restarted', async () => {
    const owner = await newMember();
    const device = follow(owner.phone.caller, house.companionPort, '/api/v1/device/events');
    await until('the first list', () => device.events.length > 0);
    const browser = await loggedIn(house, owner.kvnr);
    const approval = await approvalOf(browser);
    await until('the phone shows it', () =>
      device.events.some((event) => (event['items'] as Json[]).some(({ id }) => id === approval['id'])),
    );
    const waiting = follow(browser, house.port, `/api/v1/me/approvals/${String(approval['id'])}/events`);
    await until('the browser waits', () => waiting.events.length > 0);
    await owner.phone.approve(approval);
    await until('the browser moves on', () => waiting.events.at(-1)?.['status'] === 'approved');
    await until('its stream ends', () => waiting.isClosed());
    device.stop();
  });

  it('a foreign approval has no stream', async () => {
    const owner = await newMember();
    const approval = await approvalOf(await loggedIn(house, owner.kvnr));
    const stranger = await loggedIn(house, ERIKA.kvnr);
    expect((await stranger.get(`/api/v1/me/approvals/${String(approval['id'])}/events`)).status).toBe(404);
    await settled(house);
  });
});
