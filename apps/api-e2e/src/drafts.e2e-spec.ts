import { type RunningHouse } from '@of/testing';
import type { Caller } from './support/caller';
import { emailOf, newFamily, type Family } from './support/families';
import { loggedIn } from './support/members';
import { releasedMember, type ReleasedMember } from './support/released-member';
import { startHouse } from './support/running-house';

let house: RunningHouse;
let family: Family;
let parent: ReleasedMember;
let browser: Caller;

beforeAll(async () => {
  house = await startHouse();
  family = await newFamily(house, 800);
  parent = await releasedMember(house, family.parent, emailOf(family.parent));
  browser = parent.browser;
});
afterAll(() => house?.stop());
afterEach(() => house.clock.reset());

const path = (form = '', personId = 'me') => `/api/v1/insured-persons/${personId}/drafts${form && `/${form}`}`;
const draft = (formData: unknown = { street: 'Weg 1' }, metadata: object = {}) => ({
  formData,
  metadata: { version: 1, returnUrl: '/daten/anschrift?schritt=pruefen', ...metadata },
});
const ifMatch = (etag: unknown) => ({ headers: { 'if-match': String(etag) } });

describe('drafts', () => {
  it('A4 are saved in the browser and continued on the phone, for the person they are about', async () => {
    const { insuredId } = family.child;
    const saved = await browser.put(path('document-submission', insuredId), draft());
    expect([saved.status, saved.headers.etag]).toEqual([200, '"1"']);
    expect(saved.body).toMatchObject({
      form: 'document-submission',
      formData: { street: 'Weg 1' },
      metadata: { version: 1, returnUrl: '/daten/anschrift?schritt=pruefen', revision: 1 },
    });
    const onPhone = await parent.phone.caller.get(path('document-submission', insuredId));
    expect([onPhone.status, onPhone.body]).toEqual([200, saved.body]);
    const more = await parent.phone.caller.put(
      path('document-submission', insuredId),
      draft({ a: [] }),
      ifMatch('"1"'),
    );
    expect([more.status, more.headers.etag]).toEqual([200, '"2"']);
    const late = await browser.put(path('document-submission', insuredId), draft({ b: 1 }), ifMatch('"1"'));
    expect([late.status, late.body.code]).toEqual([409, 'draft-changed']);

    const { metadata } = more.body;
    expect((await browser.get(path('', insuredId))).body).toEqual({
      items: [{ form: 'document-submission', metadata }],
      nextCursor: null,
    });
    expect((await browser.get(path())).body['items']).toEqual([]);
    expect((await browser.get(`/api/v1/insured-persons/${insuredId}/overview`)).body['drafts']).toHaveLength(1);
    for (let time = 0; time < 2; time++) {
      expect((await browser.delete(path('document-submission', insuredId))).status).toBe(204);
    }
    expect((await browser.get(path('document-submission', insuredId))).status).toBe(404);
  });

  it('A4 outlive the log-out, at level basic, too', async () => {
    await browser.put(path('address-change'), draft({ city: 'Dresden' }));
    const other = await loggedIn(house, family.parent.kvnr);
    await parent.phone.approve((await other.get('/api/v1/session')).body['approval'] as Record<string, unknown>);
    await other.delete('/api/v1/session');
    expect((await other.get(path('address-change'))).status).toBe(401);
    expect((await browser.get(path('address-change'))).body['formData']).toEqual({ city: 'Dresden' });
  });

  it('A1 saving is no use of the session: what a page saves by itself does not put off the automatic log-out', async () => {
    const until = async () => (await browser.get('/api/v1/session')).body['idleExpiresAt'];
    await browser.post('/api/v1/session/extension');
    const before = await until();
    await house.clock.advance('5 minutes');
    expect((await browser.put(path('address-change'), draft({ city: 'Berlin' }))).status).toBe(200);
    expect(await until()).toBe(before);
    await browser.get(path('address-change'));
    expect(await until()).not.toBe(before);
  });

  it.each([
    ['no content', { metadata: draft().metadata }],
    ['content that is a list', draft([])],
    ['content that is a word', draft('x')],
    ['no metadata', { formData: {} }],
    ['metadata that are a list', { formData: {}, metadata: [] }],
    ['a version that is none', draft({}, { version: 0 })],
    ['a version as a word', draft({}, { version: '1' })],
    ['another site to go on', draft({}, { returnUrl: 'https://fremd.example/' })],
    ['another person', { ...draft(), personId: 'x' }],
    ['a date of its own', draft({}, { expiresAt: '2099-01-01T00:00:00Z' })],
    ['an unusable character', draft({ text: 'a\u0000b' })],
  ])('S37 S38 refuse %s', async (_, body) => {
    const answer = await browser.put(path('certificate-request'), body);
    expect([answer.status, answer.body.code]).toEqual([422, 'validation-failed']);
    expect((await browser.get(path('certificate-request'))).status).toBe(404);
  });

  it('refuse what is too large, too deep or a key of prototypes, and forms that nobody knows', async () => {
    const large = await browser.put(path('certificate-request'), draft({ text: 'x'.repeat(65_536) }));
    expect([large.status, large.body.code]).toEqual([413, 'payload-too-large']);
    const deep = JSON.stringify(draft({ deep: 1 })).replace('1', `${'['.repeat(30)}${']'.repeat(30)}`);
    expect((await browser.put(path('certificate-request'), undefined, { raw: deep })).status).toBe(400);
    const keys = '{"formData":{"__proto__":{"a":1}},"metadata":{"version":1,"returnUrl":"/start"}}';
    expect((await browser.put(path('certificate-request'), undefined, { raw: keys })).status).toBe(400);
    for (const form of ['unknown', 'toString', 'Address-Change', '%00']) {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const answer = await browser.call(method, path(form), method === 'PUT' ? draft() : undefined);
        expect([method, form, answer.status >= 400 && answer.status < 500]).toEqual([method, form, true]);
      }
    }
    expect((await browser.get(path('certificate-request'))).status).toBe(404);
  });

  it('S53 S57 leave nothing of what was typed in the trail, and go with the account', async () => {
    await browser.put(path('address-change', family.child.insuredId), draft({ text: 'Migräne-Anfall' }));
    const trail = await house.query<{ content: string }>(`SELECT content FROM platform.audit_entry`);
    expect(JSON.stringify(trail)).not.toContain('Migr');
    const drafts = () => house.query(`SELECT FROM drafts.draft`);
    expect((await drafts()).length).toBeGreaterThan(0);
    const asked = await browser.call('DELETE', '/api/v1/me/account', { password: parent.password });
    expect((await parent.phone.approve(asked.body)).status).toBe(200);
    expect(await drafts()).toEqual([]);
  });
});
