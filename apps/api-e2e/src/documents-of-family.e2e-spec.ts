import { mailsTo, until, type RunningHouse } from '@of/testing';
import type { Caller } from './support/caller';
import { emailOf, newFamily, type Family } from './support/families';
import { member } from './support/members';
import { releasedMember } from './support/released-member';
import { photo, uploaded } from './support/sent-photos';
import { startHouse } from './support/running-house';

let house: RunningHouse;
let family: Family;
let parent: Caller;
let teenager: Caller;

beforeAll(async () => {
  house = await startHouse();
  family = await newFamily(house, 1);
  parent = await member(house, family.parent, emailOf(family.parent));
  teenager = await member(house, family.teenager, emailOf(family.teenager));
});
afterAll(() => house?.stop());

const documentsOf = (personId: string) => `/api/v1/insured-persons/${personId}/documents`;

async function submit(caller: Caller, personId: string, body: object) {
  const uploadIds = [await uploaded(caller, await photo())];
  const answer = await caller.post(documentsOf(personId), { uploadIds, ...body });
  if (answer.status !== 201) throw new Error(`submit: ${answer.status} ${answer.text}`);
  return answer.body as { id: string; sentByPerson: boolean; contentUrl: string | null };
}

it('E5 what a parent sends for a child is the child’s, with the parent as sender, and nothing was typed for it', async () => {
  const { child } = family;
  const { id, sentByPerson } = await submit(parent, child.insuredId, {
    category: 'other',
    fields: { about: 'Impfung' },
  });
  expect(sentByPerson).toBe(false);
  expect((await parent.get(`${documentsOf(child.insuredId)}/${id}`)).status).toBe(200);
  expect((await parent.get(`${documentsOf('me')}/${id}`)).status).toBe(404);
  const [row] = await house.query(
    `SELECT subject_id AS subject, actor_id AS actor FROM applications.submission WHERE id = $1`,
    [id],
  );
  expect(row).toEqual({ subject: child.insuredId, actor: family.parent.insuredId });
  const [entry] = await house.query<{ content: string }>(
    `SELECT content::text AS content FROM platform.audit_entry
      WHERE subject = $1 AND content::jsonb ->> 'act' = 'applications.document-submitted'`,
    [child.insuredId],
  );
  expect(entry?.content).not.toMatch(/Impfung|other/);
});

it('E3 what a young person keeps to themself is not found for the parent, in the list neither', async () => {
  const { teenager: teen } = family;
  const { id } = await submit(teenager, 'me', { category: 'other', fields: { about: 'Beratung' }, private: true });
  const open = await submit(teenager, 'me', { category: 'other', fields: { about: 'Sport' } });
  const seen = async () =>
    ((await parent.get(documentsOf(teen.insuredId))).body as { items?: { id: string }[] }).items?.map(
      (item) => item.id,
    );
  expect(await seen()).toEqual([open.id]);
  for (const rest of ['', '/content', '/receipt.pdf', '/receipt.json', '/receipt.sig'])
    expect((await parent.get(`${documentsOf(teen.insuredId)}/${id}${rest}`)).body.code).toBe('not-found');
  expect((await parent.call('PATCH', `${documentsOf(teen.insuredId)}/${id}`, { private: false })).status).toBe(404);
  expect((await teenager.call('PATCH', `${documentsOf('me')}/${id}`, { private: false })).status).toBe(204);
  expect(await seen()).toEqual([open.id, id]);
});

it('E3 a parent cannot make anything private for a child', async () => {
  const { teenager: teen } = family;
  const { id } = await submit(parent, teen.insuredId, { category: 'other', fields: { about: 'x' }, private: true });
  expect((await teenager.get(`${documentsOf('me')}/${id}`)).body).toMatchObject({
    private: false,
    sentByPerson: false,
  });
  expect((await parent.get(`${documentsOf(teen.insuredId)}/${id}`)).status).toBe(200);
});

it('G3 counts the days for a sick child that a parent applied for, each parent for themself', async () => {
  const { child } = family;
  const year = new Date().getFullYear();
  const days = (personId: string, caller = parent) =>
    caller.get(`/api/v1/insured-persons/${personId}/child-sickness-days?year=${year}`);
  expect((await days('me')).body).toMatchObject({
    isSingleParent: null,
    children: [{ insuredId: child.insuredId, givenName: 'Mika', appliedFor: 0, left: 15 }],
  });
  const answers = {
    hasDisability: false,
    isCoAdmission: false,
    from: `${year}-01-12`,
    until: `${year}-01-14`,
    workingDays: 3,
    isSingleParent: false,
  };
  const category = 'child-sickness-benefit';
  await submit(parent, 'me', { category, fields: { ...answers, child: child.insuredId } });
  await submit(parent, child.insuredId, { category, fields: { ...answers, workingDays: 2 } });
  expect((await days('me')).body).toMatchObject({ year, appliedFor: 5, children: [{ appliedFor: 5, left: 10 }] });
  expect((await days(child.insuredId)).body).toMatchObject({ children: [{ insuredId: child.insuredId, left: 10 }] });
  const named = await parent.post(`/api/v1/insured-persons/${child.insuredId}/child-sickness-benefits`, {
    uploadIds: [await uploaded(parent, await photo())],
    fields: { ...answers, workingDays: 1, from: `${year}-02-02`, until: `${year}-02-02` },
  });
  expect([named.status, named.body['category']]).toEqual([201, 'child-sickness-benefit']);
  expect((await days('me')).body).toMatchObject({ appliedFor: 6 });
  expect((await days('me', teenager)).body).toMatchObject({ appliedFor: 0, children: [] });
  expect((await days(child.insuredId, teenager)).status).toBe(404);
  for (const wrong of ['x', '1', '2026.5', ''])
    expect((await parent.get(`/api/v1/insured-persons/me/child-sickness-days?year=${wrong}`)).status).toBe(422);
  const old = await parent.post(documentsOf('me'), {
    category,
    uploadIds: [await uploaded(parent, await photo())],
    fields: { ...answers, child: family.teenager.insuredId },
  });
  expect(old.body.errors).toMatchObject([{ pointer: '/fields/from', code: 'child-too-old' }]);
});

it('G2 a sick note that came electronically is shown to the person with second factor, and to nobody who acts for them', async () => {
  const other = await newFamily(house, 10);
  const { browser } = await releasedMember(house, other.teenager, emailOf(other.teenager));
  const guardian = (await releasedMember(house, other.parent, emailOf(other.parent))).browser;
  const take = (...more: string[]) => {
    const note = ['--number', 'EAU-1', '--from', '2026-11-16', '--until', '2026-11-20', '--received', '2026-11-16'];
    return house.command('ops.js', ['sick-notes', 'take', '--person', other.teenager.externalId, ...note, ...more]);
  };
  const ask = (caller: Caller, personId: string) =>
    caller.get(`/api/v1/insured-persons/${personId}/received-sick-notes`);
  const seen = async (caller: Caller, personId: string) => (await ask(caller, personId)).body['items'];
  await expect(take('--until', '2026-11-15')).rejects.toThrow('Refused: /until date-order.');
  await take();
  await take('--follow-up');
  expect(await seen(browser, 'me')).toEqual([
    { number: 'EAU-1', from: '2026-11-16', until: '2026-11-20', followUp: true, receivedOn: '2026-11-16' },
  ]);
  expect(await seen(guardian, other.teenager.insuredId)).toEqual([]);
  expect(await seen(guardian, 'me')).toEqual([]);
  expect((await ask(teenager, 'me')).body.code).toBe('second-factor-required');
  await house.command('ops.js', ['sick-notes', 'cancel', '--number', 'EAU-1']);
  expect(await seen(browser, 'me')).toEqual([]);
});

it('G4 tells of a page that was sent before: for this person, and what whoever asks may see', async () => {
  const { child, teenager: teen } = family;
  const file = await photo();
  const sent = async (caller: Caller, personId: string, uploadIds: string[]) =>
    (await caller.get(`/api/v1/insured-persons/${personId}/sent-pages?uploadIds=${uploadIds.join()}`)).body['items'];
  const send = async (caller: Caller, personId: string, more: object = {}) => {
    const body = { category: 'other', fields: { about: 'Umzug' }, uploadIds: [await uploaded(caller, file)], ...more };
    return (await caller.post(documentsOf(personId), body)).body as { id: string; number: string };
  };
  const again = [await uploaded(parent, await photo()), await uploaded(parent, file)];
  expect(await sent(parent, child.insuredId, again)).toEqual([]);
  const { id, number } = await send(parent, child.insuredId);
  expect(await sent(parent, child.insuredId, again)).toEqual([
    { uploadId: again[1], documentId: id, number, receivedAt: expect.any(String) },
  ]);
  expect(await sent(parent, 'me', again)).toEqual([]);
  await send(teenager, 'me', { private: true });
  expect(await sent(parent, teen.insuredId, again)).toEqual([]);
  expect(await sent(teenager, 'me', [await uploaded(teenager, file)])).toHaveLength(1);
  expect(await sent(teenager, 'me', again)).toEqual([]);
  for (const wrong of ['', 'x', `${again[0]},`, again[0]?.replace(/./g, '-'), Array(51).fill(again[0]).join()]) {
    const { status } = await parent.get(`/api/v1/insured-persons/me/sent-pages?uploadIds=${wrong}`);
    expect([wrong?.slice(0, 40), status]).toEqual([wrong?.slice(0, 40), wrong?.startsWith('----') ? 200 : 422]);
  }
});

it('R15 fifty times the same uploads at once become one document, with and without a key', async () => {
  const count = async (): Promise<number> => {
    const [row] = await house.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM applications.submission WHERE subject_id = $1`,
      [family.parent.insuredId],
    );
    return row?.count ?? 0;
  };
  for (const headers of [{}, { 'idempotency-key': 'fuenfzig' }] as Record<string, string>[]) {
    const before = await count();
    const body = { category: 'other', uploadIds: [await uploaded(parent, await photo())], fields: { about: 'Umzug' } };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => parent.post(documentsOf('me'), body, { headers })),
    );
    expect(await count()).toBe(before + 1);
    const statuses = [...new Set(answers.map(({ status }) => status))].sort();
    expect(statuses.every((status) => [201, 409, 422].includes(status))).toBe(true);
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body: one }) => one['id'])).size).toBe(1);
  }
});

it('K8 tells the one who sent it, also when it was sent for a child', async () => {
  const { id } = await submit(parent, family.child.insuredId, { category: 'other', fields: { about: 'x' } });
  const mails = () => mailsTo(house, emailOf(family.parent)).length;
  const before = mails();
  await house.clock.advance('25 hours');
  await until('the parent is told', async () => mails() > before);
  const told = await house.query(
    `SELECT account.insured_id AS who FROM platform.outbox_event event
       JOIN identity.account ON account.id = (event.payload ->> 'accountId')::uuid
      WHERE event.name = 'applications.submission-overdue' AND event.payload ->> 'submissionId' = $1`,
    [id],
  );
  expect(told).toEqual([{ who: family.parent.insuredId }]);
});
