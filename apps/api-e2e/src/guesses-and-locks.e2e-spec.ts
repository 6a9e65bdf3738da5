import { type RunningHouse } from '@of/testing';
import { Caller, type Answer } from './support/caller';
import { kvnrOf, loggedIn, member, memberLine, PASSWORD, registered } from './support/members';
import { boundPhone, Phone } from './support/phones';
import { startHouse } from './support/running-house';

type Json = Record<string, unknown>;

/** Each from an address of its own: what limits an address does not help here. */
const GUESSES = 500;
const LANES = 16;

let house: RunningHouse;
let next = 801;

beforeAll(async () => {
  house = await startHouse();
  await house.importMembers(Array.from({ length: 12 }, (_, n) => memberLine(next + n)));
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

const newPerson = () => ({ kvnr: kvnrOf(next++), postalCode: '04109' });
const guessNo = (n: number): string => `0000-0000-${String(n).padStart(4, '0')}`;

/** Guesses from many addresses; gives how often each code of refusal came. Every answer is checked to be no 5xx. */
async function guess(act: (n: number, caller: Caller) => Promise<Answer>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let from = 0; from < GUESSES; from += LANES) {
    const answers = await Promise.all(Array.from({ length: LANES }, (_, n) => act(from + n, new Caller(house))));
    for (const { status, body } of answers) {
      const name = body.code ?? String(status);
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

const wrongTries = async (kvnr: string, purpose: string) => {
  const rows = await house.query<{ tries: number }>(
    `SELECT wrong_tries AS tries FROM identity.posted_code c JOIN identity.account a ON a.id = c.account_id
      WHERE a.kvnr = $1 AND purpose = $2 ORDER BY c.created_at DESC LIMIT 1`,
    [kvnr, purpose],
  );
  return rows[0]?.tries;
};

describe('500 guesses over HTTP, each from another address', () => {
  it('S07 of an activation code: five are compared, and the right one is refused', async () => {
    const person = newPerson();
    const code = await registered(house, person);
    const browser = await loggedIn(house, person.kvnr);
    const counts = await guess((n, caller) => {
      caller.cookies.set('of_session', browser.cookies.get('of_session') ?? '');
      return caller.post('/api/v1/session/activation', { code: guessNo(n) });
    });
    expect([counts['code-invalid'], await wrongTries(person.kvnr, 'registration')]).toEqual([5, 5]);
    const right = await browser.post('/api/v1/session/activation', { code });
    expect([right.status, right.body.code]).toEqual([429, 'too-many-requests']);
    await house.clock.advance('25 hours');
    const later = await loggedIn(house, person.kvnr);
    expect((await later.post('/api/v1/session/activation', { code })).body.code).toBe('code-void');
  });

  it('S07 of the code that binds a device: five are compared, and the right one is refused', async () => {
    const person = newPerson();
    const code = await registered(house, person);
    const counts = await guess((n) => new Phone(house).startBinding(person.kvnr, guessNo(n)));
    expect([counts['code-invalid'], await wrongTries(person.kvnr, 'registration')]).toEqual([5, 5]);
    expect((await new Phone(house).startBinding(person.kvnr, code)).body.code).toBe('too-many-requests');
    await house.clock.advance('25 hours');
    expect((await new Phone(house).startBinding(person.kvnr, code)).body.code).toBe('code-void');
  });

  it('S07 of a code for a new password: five are compared', async () => {
    const person = newPerson();
    await member(house, person, 'guessed@beispiel.example');
    await new Caller(house).post('/api/v1/password-resets', { username: person.kvnr, channel: 'email' });
    const counts = await guess((n, caller) =>
      caller.post('/api/v1/password-resets/completion', {
        username: person.kvnr,
        code: guessNo(n),
        newPassword: 'Leuchtturm-1-Kaffee',
      }),
    );
    expect(counts).toEqual({ 'code-invalid': 5, 'too-many-requests': expect.any(Number) });
  });

  it('S12 of a password: five are compared, then nothing for a minute', async () => {
    const person = newPerson();
    await registered(house, person);
    const counts = await guess((n, caller) =>
      caller.post('/api/v1/session', { username: person.kvnr, password: `Falsch-${n}-Falsch!` }),
    );
    expect(counts).toEqual({ 'login-failed': 5, 'too-many-requests': expect.any(Number) });
  });
});

describe('S15 a lock between each two steps of a login', () => {
  const lock = (kvnr: string) =>
    house.query(`UPDATE identity.account SET locked_at = platform.now() WHERE kvnr = $1`, [kvnr]);

  /** The steps of a login, one after the other; each uses what those before it gave. */
  const steps: [string, (login: Login) => Promise<Answer>][] = [
    ['user name and password', (login) => login.start()],
    ['asking the device for its signature', (login) => login.options()],
    ['the release', (login) => login.release()],
    ['the first page', (login) => login.browser.get('/api/v1/session')],
  ];

  class Login {
    readonly browser = new Caller(house);
    private approval: Json = {};
    private credential: unknown;

    constructor(
      private readonly kvnr: string,
      private readonly phone: Phone,
    ) {}

    async start(): Promise<Answer> {
      const answer = await this.browser.post('/api/v1/session', { username: this.kvnr, password: PASSWORD });
      this.approval = (answer.body['approval'] ?? {}) as Json;
      return answer;
    }

    async options(): Promise<Answer> {
      const answer = await this.phone.caller.post(`/api/v1/device/approvals/${String(this.approval['id'])}/options`);
      if (answer.status === 200) this.credential = this.phone.key.get(answer.body as never);
      return answer;
    }

    release(): Promise<Answer> {
      return this.phone.decide(this.approval, this.credential);
    }
  }

  it.each(steps.map(([name], index) => [name, index] as const))('stops it before %s', async (_name, at) => {
    const person = newPerson();
    const login = new Login(person.kvnr, await boundPhone(house, person));
    for (const [, step] of steps.slice(0, at)) expect((await step(login)).status).toBe(200);
    await lock(person.kvnr);
    for (const [, step] of steps.slice(at)) expect((await step(login)).status).toBe(401);
    const sessions = await house.query<{ level: string }>(
      `SELECT s.level FROM identity.session s JOIN identity.account a ON a.id = s.account_id WHERE a.kvnr = $1`,
      [person.kvnr],
    );
    const levels = [[], ['basic'], ['basic'], ['full']][at];
    expect(sessions.map(({ level }) => level)).toEqual(levels);
  });
});
