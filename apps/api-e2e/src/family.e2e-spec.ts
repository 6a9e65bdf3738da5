import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateOnly } from '@of/kernel';
import { type RunningHouse } from '@of/testing';
import { v7 } from 'uuid';
import { Caller } from './support/caller';
import { childLine, emailOf, newFamily, relativeOf, type Family } from './support/families';
import { loggedIn, member, memberLine } from './support/members';
import { releasedMember } from './support/released-member';
import { startHouse } from './support/running-house';

type Json = Record<string, unknown>;

interface Operation {
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}
const document = JSON.parse(readFileSync(join(__dirname, '../../api/openapi/member.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, { example?: unknown }> }> };
};
/** Every route about a person that the API documents: later ones are covered by themselves. */
const personRoutes = Object.entries(document.paths)
  .filter(([path]) => path.includes('{personId}'))
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

/** A body of the examples of its fields. */
function exampleBody({ requestBody }: Operation): Json | undefined {
  const name = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
  const properties = Object.entries(document.components.schemas[name ?? '']?.properties ?? {});
  if (!requestBody) return undefined;
  return Object.fromEntries(properties.map(([field, { example }]) => [field, example]));
}

let house: RunningHouse;
let family: Family;
let neighbours: Family;
let parent: Caller;

beforeAll(async () => {
  house = await startHouse();
  family = await newFamily(house, 700);
  neighbours = await newFamily(house, 710);
  parent = await member(house, family.parent, emailOf(family.parent));
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

const person = (id: string, rest = '') => `/api/v1/insured-persons/${id}${rest}`;
const statusesOf = async (caller: Caller, ids: string[]) =>
  Promise.all(ids.map(async (id) => (await caller.get(person(id))).status));
const idsOf = async (caller: Caller) =>
  ((await caller.get('/api/v1/me/family')).body['items'] as Json[]).map(({ insuredId }) => insuredId);

describe('acting for the family', () => {
  it('E1 names those for whom a member may act, themselves first, with what the dates mean', async () => {
    const { status, body } = await parent.get('/api/v1/me/family');
    const birthday = (age: number, id: Json) => DateOnly.parse(id['dateOfBirth']).addYears(age);
    const items = body['items'] as Json[];
    expect([
      status,
      items.map(({ givenName, relation, age, hasOwnAccess }) => [givenName, relation, age, hasOwnAccess]),
    ]).toEqual([
      200,
      [
        ['Kim', 'self', expect.any(Number), true],
        ['Toni', 'child', 16, false],
        ['Mika', 'child', 9, false],
      ],
    ]);
    for (const child of items.slice(1)) {
      expect(child['actUntil']).toBe(String(birthday(18, child).addDays(-1)));
      expect(child['ownAccessFrom']).toBe(String(birthday(15, child)));
    }
    expect(items[0]).toMatchObject({ actUntil: null, ownAccessFrom: null, insuredId: family.parent.insuredId });
    expect((await parent.get('/api/v1/insured-persons')).body).toEqual(body);
  });

  it('E1 shows the data of oneself, by id or as me, and of a child', async () => {
    const [me, own, child] = await Promise.all(
      ['me', family.parent.insuredId, family.child.insuredId].map((id) => parent.get(person(id))),
    );
    expect(me?.body).toEqual(own?.body);
    expect(me?.body).toMatchObject({ kvnr: family.parent.kvnr, relation: 'self', insurance: { status: 'active' } });
    expect(child?.body).toMatchObject({
      insuredId: family.child.insuredId,
      kvnr: family.child.kvnr,
      givenName: 'Mika',
      relation: 'child',
      bankAccount: null,
      address: { street: 'Lindenweg' },
    });
    const overview = await parent.get(person(family.child.insuredId, '/overview'));
    expect(overview.body).toEqual({ person: child?.body, drafts: [] });
  });

  it('S34 S36 answers 404 on every route for whoever is not the member’s, in the portal and on a device', async () => {
    const { phone, browser } = await releasedMember(house, neighbours.parent, emailOf(neighbours.parent));
    expect(await statusesOf(browser, [neighbours.child.insuredId])).toEqual([200]);
    expect(personRoutes.length).toBeGreaterThanOrEqual(6);
    const { parent: theirs, child, teenager } = family;
    const strangers = [theirs.insuredId, child.insuredId, teenager.insuredId, v7(), 'x', 'ME', theirs.kvnr];
    for (const { path, method, operation } of personRoutes) {
      for (const stranger of strangers) {
        const url = path.replace('{personId}', stranger).replace(/\{\w+\}/g, v7());
        for (const caller of [browser, phone.caller]) {
          const { status, body } = await caller.call(method.toUpperCase(), url, exampleBody(operation));
          expect([method, url, status, body.code]).toEqual([method, url, 404, 'not-found']);
        }
      }
    }
  });

  it('S33 nobody gets in without a session', async () => {
    const stranger = new Caller(house);
    expect((await stranger.get(person(family.child.insuredId))).status).toBe(401);
    expect((await stranger.get('/api/v1/me/family')).status).toBe(401);
  });

  it('S36 a child’s account acts for the child alone, and sees by name what a parent did', async () => {
    const { teenager, child } = family;
    await parent.get(person(teenager.insuredId));
    const draft = { formData: { street: 'Neu' }, metadata: { version: 1, returnUrl: '/start' } };
    expect((await parent.put(person(teenager.insuredId, '/drafts/document-submission'), draft)).status).toBe(200);
    const own = await member(house, teenager, emailOf(teenager));
    expect(await idsOf(own)).toEqual([teenager.insuredId]);
    expect(await statusesOf(own, [teenager.insuredId, family.parent.insuredId, child.insuredId])).toEqual([
      200, 404, 404,
    ]);
    expect((await own.get(person('me', '/drafts'))).body['items']).toEqual([]);
    expect((await parent.get('/api/v1/me/family')).body['items']).toContainEqual(
      expect.objectContaining({ insuredId: teenager.insuredId, hasOwnAccess: true }),
    );

    const log = (await own.get('/api/v1/me/access-log?limit=100')).body['items'] as Json[];
    const ofGuardian = log.filter(({ who }) => who === 'guardian');
    expect(ofGuardian.map(({ title, guardian }) => [title, guardian])).toEqual([
      ['Formular begonnen', 'Kim Beispiel 700'],
      ['Daten angesehen', 'Kim Beispiel 700'],
    ]);
    expect(log.filter(({ who }) => who === 'me').every(({ guardian }) => guardian === null)).toBe(true);
    const ofParent = (await parent.get('/api/v1/me/access-log?limit=100')).body['items'] as Json[];
    expect(ofParent.map(({ who }) => who)).not.toContain('guardian');
  });

  it('S53 that a parent looked at a child’s data is written down once a day', async () => {
    const { child } = family;
    for (let visit = 0; visit < 3; visit++) await parent.get(person(child.insuredId));
    const views = () =>
      house.query(
        `SELECT FROM platform.audit_entry WHERE subject = $1 AND content::jsonb ->> 'act' = 'personal-data.person-viewed'`,
        [child.insuredId],
      );
    expect(await views()).toHaveLength(1);
    await house.clock.advance('24 hours');
    const later = await loggedIn(house, family.parent.kvnr);
    await Promise.all(Array.from({ length: 4 }, () => later.get(person(child.insuredId))));
    expect(await views()).toHaveLength(2);
  });

  it('S36 ends with the co-insurance, in the middle of a session', async () => {
    const line = memberLine(720);
    const child = childLine(721, line, { dateOfBirth: '2018-02-03' });
    await house.importMembers([line, child]);
    const [mother, kid] = [await relativeOf(house, line), await relativeOf(house, child)];
    const browser = await member(house, mother, emailOf(mother));
    const draft = { formData: {}, metadata: { version: 1, returnUrl: '/start' } };
    await browser.put(person(kid.insuredId, '/drafts/document-submission'), draft);
    expect(await statusesOf(browser, [kid.insuredId])).toEqual([200]);

    const yesterday = String(DateOnly.fromInstant(new Date()).addDays(-1));
    const ended = { from: '2020-01-01', to: yesterday, kind: 'family', mainMemberExternalId: line['externalId'] };
    await house.importMembers([{ ...child, insurancePeriods: [ended] }]);
    expect(await statusesOf(browser, [kid.insuredId])).toEqual([404]);
    expect((await browser.get(person(kid.insuredId, '/drafts/document-submission'))).status).toBe(404);
    expect(await idsOf(browser)).toEqual([mother.insuredId]);
  });

  it('S36 ends with the 18th birthday, at midnight in Germany, in the middle of a session', async () => {
    const tomorrow = DateOnly.fromInstant(new Date()).addDays(2);
    const birthday = tomorrow.month === 2 && tomorrow.day === 29 ? tomorrow.addDays(1) : tomorrow;
    const line = memberLine(730);
    const child = childLine(731, line, { dateOfBirth: String(birthday.addYears(-18)) });
    await house.importMembers([line, child]);
    const [mother, kid] = [await relativeOf(house, line), await relativeOf(house, child)];
    await member(house, mother, emailOf(mother));
    const midnight = birthday.startInstant().getTime();
    await house.clock.set(new Date(midnight - 60_000).toISOString());
    const browser = await loggedIn(house, mother.kvnr);
    expect(await statusesOf(browser, [kid.insuredId])).toEqual([200]);
    expect((await browser.get('/api/v1/me/family')).body['items']).toContainEqual(
      expect.objectContaining({ insuredId: kid.insuredId, age: 17, actUntil: String(birthday.addDays(-1)) }),
    );
    await house.clock.set(new Date(midnight).toISOString());
    expect(await statusesOf(browser, [kid.insuredId, mother.insuredId])).toEqual([404, 200]);
    expect(await idsOf(browser)).toEqual([mother.insuredId]);
  });
});

describe('a move with the children', () => {
  const address = { street: 'Hauptstraße', houseNumber: '12', postalCode: '01097', city: 'Dresden', country: 'DE' };

  it('F2 is one release that names them, and changes each; the child’s log names the parent', async () => {
    const movers = await newFamily(house, 740);
    const { browser, phone } = await releasedMember(house, movers.parent, emailOf(movers.parent));
    const alsoFor = [movers.child.insuredId, movers.child.insuredId];
    const asked = await browser.put('/api/v1/me/address', { ...address, alsoFor });
    expect([asked.status, asked.body['lines']]).toEqual([
      202,
      expect.arrayContaining([{ label: 'Gilt auch für', to: 'Mika Beispiel 741' }]),
    ]);
    expect((await phone.approve(asked.body)).status).toBe(200);
    const streets = async () =>
      Promise.all(
        [movers.parent, movers.child, movers.teenager].map(
          async ({ insuredId }) => ((await browser.get(person(insuredId))).body['address'] as Json)['street'],
        ),
      );
    expect(await streets()).toEqual(['Hauptstraße', 'Hauptstraße', 'Lindenweg']);
    const changes = await house.query(`SELECT FROM personal_data.change WHERE approval_id = $1`, [asked.body['id']]);
    expect(changes).toHaveLength(2);
    expect((await browser.get('/api/v1/me/changes')).body['items']).toHaveLength(1);
  });

  it('S36 takes nobody else’s child, whether or not there is one, and nobody who has left since it was asked', async () => {
    const movers = await newFamily(house, 750);
    const { browser, phone } = await releasedMember(house, movers.parent, emailOf(movers.parent));
    for (const stranger of [family.child.insuredId, v7(), 'x', movers.parent.insuredId]) {
      const { status, body } = await browser.put('/api/v1/me/address', {
        ...address,
        alsoFor: [movers.child.insuredId, stranger],
      });
      expect([status, body.errors]).toEqual([
        422,
        [expect.objectContaining({ pointer: '/alsoFor/1', code: 'person-unknown' })],
      ]);
    }
    const asked = await browser.put('/api/v1/me/address', { ...address, alsoFor: [movers.child.insuredId] });
    await house.query(`UPDATE membership.insurance_period SET ends_on = platform.today() - 1 WHERE insured_id = $1`, [
      movers.child.insuredId,
    ]);
    const released = await phone.approve(asked.body);
    expect([released.status, released.body.code]).toEqual([409, 'family-changed']);
    expect(((await browser.get(person('me'))).body['address'] as Json)['street']).toBe('Lindenweg');
  });
});
