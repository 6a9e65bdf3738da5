import { NestFactory } from '@nestjs/core';
import { type INestApplicationContext } from '@nestjs/common';
import { newId } from '@of/kernel';
import { createLogger, PersonalDataSources, PlatformModule } from '@of/platform';
import { testDatabase } from '@of/testing';
import { DeleteDraft } from './application/delete-draft';
import { ForgetExpiredDrafts } from './application/forget-expired-drafts';
import { ListDrafts } from './application/list-drafts.query';
import { ReadDraft } from './application/read-draft.query';
import { SaveDraft } from './application/save-draft';
import type { DraftKey, Expectation } from './domain/draft';
import { DraftsModule, draftsMigrations } from './index';
import { DraftRepository } from './persistence/draft.repository';

const test = testDatabase(draftsMigrations);
let app: INestApplicationContext;
let forget: ForgetExpiredDrafts;

beforeAll(async () => {
  const platform = PlatformModule.forRoot(test.config, createLogger('silent', 'test'), 'test');
  const module = { module: class RoomAlone {}, imports: [platform, DraftsModule] };
  app = await NestFactory.createApplicationContext(module, { logger: false });
  forget = new ForgetExpiredDrafts(test.database, app.get(DraftRepository, { strict: false }));
});
afterAll(() => app?.close());
beforeEach(() => test.clock.reset());

const someKey = (): DraftKey => ({ accountId: newId(), subject: newId(), form: 'address-change' });
const get = <T>(type: abstract new (...args: never[]) => T): T => app.get(type as never, { strict: false });

const save = (key: DraftKey, text: string, expected: Expectation = 'whatever') =>
  get(SaveDraft).execute(key, { formData: { text }, version: 1, returnUrl: '/daten/anschrift', expected });
const read = (key: DraftKey) => get(ReadDraft).execute(key);
const codeOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const acts = async ({ subject }: DraftKey) =>
  (
    await test.query<{ act: string }>(
      `SELECT content::json ->> 'act' AS act FROM platform.audit_entry WHERE subject = $1 ORDER BY position`,
      [subject],
    )
  ).map(({ act }) => act);

describe('a draft', () => {
  it('A4 comes back as it was saved, with the page on which it goes on', async () => {
    const key = someKey();
    const formData = { street: 'Straße', list: [1, null, { deep: true }], text: '„Ümlaut“ 🙂' };
    await get(SaveDraft).execute(key, { formData, version: 3, returnUrl: '/daten/anschrift', expected: 'nothing' });
    const draft = await read(key);
    expect(draft).toMatchObject({ formData, version: 3, returnUrl: '/daten/anschrift', revision: 1 });
    expect(draft.expiresAt.getTime() - draft.savedAt.getTime()).toBe(60 * 86_400_000);
    expect(await get(ListDrafts).execute(key)).toMatchObject([{ form: 'address-change', version: 3, revision: 1 }]);
  });

  it('S57 lies sealed in the database, and opens only in its own row', async () => {
    const [mine, other] = [someKey(), someKey()];
    await save(mine, 'Migräne');
    await save(other, 'Anderes');
    const dump = await test.query<{ row: string }>(
      `SELECT d::text || encode(sealed_form_data, 'escape') AS row FROM drafts.draft d`,
    );
    expect(JSON.stringify(dump)).not.toContain('Migr');
    await test.query(
      `UPDATE drafts.draft SET sealed_form_data = (SELECT sealed_form_data FROM drafts.draft WHERE account_id = $1)
        WHERE account_id = $2`,
      [mine.accountId, other.accountId],
    );
    await expect(read(other)).rejects.toThrow();
  });

  it('S34 belongs to one account, one person and one form', async () => {
    const key = someKey();
    await save(key, 'meins');
    for (const other of [
      { ...key, accountId: newId() },
      { ...key, subject: newId() },
      { ...key, form: 'document-submission' as const },
    ]) {
      expect(await codeOf(read(other))).toBe('not-found');
      await get(DeleteDraft).execute(other);
    }
    expect(await get(ListDrafts).execute({ accountId: key.accountId, subject: newId() })).toEqual([]);
    expect((await read(key)).formData).toEqual({ text: 'meins' });
  });

  it('is not overwritten by a device that read an older one', async () => {
    const key = someKey();
    await save(key, 'first', 'nothing');
    await save(key, 'phone', 1);
    expect(await codeOf(save(key, 'computer', 1))).toBe('draft-changed');
    expect(await codeOf(save(key, 'computer', 'nothing'))).toBe('draft-changed');
    expect(await read(key)).toMatchObject({ formData: { text: 'phone' }, revision: 2 });
    await save(key, 'computer', 2);
    expect(await read(key)).toMatchObject({ formData: { text: 'computer' }, revision: 3 });
  });

  it('is not brought back by a device that does not know that it was deleted', async () => {
    const key = someKey();
    await save(key, 'first');
    await get(DeleteDraft).execute(key);
    await get(DeleteDraft).execute(key);
    expect(await codeOf(save(key, 'late', 1))).toBe('draft-changed');
    expect(await codeOf(read(key))).toBe('not-found');
    expect(await acts(key)).toEqual(['drafts.draft-begun', 'drafts.draft-deleted']);
  });

  it('lets one of several writers at the same moment win, whether there was a draft or none', async () => {
    for (const expected of ['nothing', 1] as const) {
      const key = someKey();
      if (expected === 1) await save(key, 'before');
      const writers = Array.from({ length: 8 }, (_, number) => codeOf(save(key, String(number), expected)));
      const outcomes = await Promise.all(writers);
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'draft-changed')).toHaveLength(7);
      expect((await read(key)).formData).toEqual({ text: String(outcomes.indexOf('done')) });
    }
  });

  it('holds 64 KiB and not a byte more', async () => {
    const key = someKey();
    const frame = JSON.stringify({ text: '' }).length;
    await save(key, 'x'.repeat(64 * 1024 - frame));
    expect(await codeOf(save(key, 'x'.repeat(64 * 1024 - frame + 1)))).toBe('payload-too-large');
    expect(await codeOf(save(key, 'ä'.repeat(33_000)))).toBe('payload-too-large');
    expect((await read(key)).revision).toBe(1);
  });

  it.each([
    '//fremd.example',
    '/\\fremd.example',
    'https://fremd.example',
    'javascript:alert(1)',
    'daten',
    '/a b',
    '/ä',
  ])('goes on at a page of the portal only, not at %s', async (returnUrl) => {
    const act = get(SaveDraft).execute(someKey(), { formData: {}, version: 1, returnUrl, expected: 'whatever' });
    await expect(act).rejects.toMatchObject({ fieldErrors: [{ pointer: '/metadata/returnUrl', code: 'return-url' }] });
  });

  it('S63 is gone 60 days after it was last saved, and the job deletes it', async () => {
    const [old, fresh] = [someKey(), someKey()];
    await save(old, 'old');
    await test.clock.advance('59 days 23 hours');
    await save(fresh, 'fresh');
    expect((await read(old)).formData).toEqual({ text: 'old' });
    await test.clock.advance('2 hours');
    expect(await codeOf(read(old))).toBe('not-found');
    expect(await get(ListDrafts).execute(old)).toEqual([]);
    await forget.execute();
    const left = await test.query<{ id: string }>(
      `SELECT account_id AS id FROM drafts.draft WHERE account_id = ANY ($1)`,
      [[old.accountId, fresh.accountId]],
    );
    expect(left).toEqual([{ id: fresh.accountId }]);
    expect(await acts(old)).toEqual(['drafts.draft-begun', 'drafts.draft-expired']);
  });

  it('can be begun anew where one ran out that no job has taken yet', async () => {
    const key = someKey();
    await save(key, 'old');
    await test.clock.advance('61 days');
    await save(key, 'new', 'nothing');
    expect((await read(key)).formData).toEqual({ text: 'new' });
    expect(await acts(key)).toEqual(['drafts.draft-begun', 'drafts.draft-begun']);
  });

  it('S63 goes with the account that wrote it, also what was begun for a child', async () => {
    const mine = someKey();
    const forChild = { ...mine, subject: newId() };
    const ofSomebody = { ...someKey(), subject: mine.subject };
    for (const key of [mine, forChild, ofSomebody]) await save(key, 'x');
    const subject = { accountId: mine.accountId, insuredId: mine.subject };
    const kept = await test.database.transaction((tx) => get(PersonalDataSources).erase(tx, subject));
    expect(JSON.stringify(kept)).not.toMatch(/Entwurf/);
    expect(await codeOf(read(mine))).toBe('not-found');
    expect(await codeOf(read(forChild))).toBe('not-found');
    expect((await read(ofSomebody)).formData).toEqual({ text: 'x' });
  });
});
