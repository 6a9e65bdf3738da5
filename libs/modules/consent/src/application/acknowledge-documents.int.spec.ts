import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@of/kernel';
import { testDatabase } from '@of/testing';
import type { DocumentVersion } from '../domain/legal-document';
import { AcknowledgementRepository } from '../persistence/acknowledgement.repository';
import { Consent1700000200000 } from '../persistence/migrations/1700000200000-consent';
import { AcknowledgeDocuments } from './acknowledge-documents';
import { CheckShownVersions } from './check-shown-versions';
import { LegalLibrary } from './legal-library';
import { ListDueDocuments } from './list-due-documents.query';
import { ListLegalDocuments } from './list-legal-documents.query';

const test = testDatabase([Consent1700000200000]);
let due: ListDueDocuments;
let acknowledge: (accountId: string, ...documents: DocumentVersion[]) => Promise<void>;
let published: ListLegalDocuments;

const terms = (version: string): DocumentVersion => ({ kind: 'terms', version });
const privacy = (version: string): DocumentVersion => ({ kind: 'privacy', version });

beforeAll(() => {
  const folder = join(test.config.DATA_DIR, 'legal');
  for (const [kind, version] of [
    ['terms', '1'],
    ['terms', '2'],
    ['terms', '3'],
    ['privacy', '1'],
  ] as const) {
    mkdirSync(join(folder, kind), { recursive: true });
    const head = `---\ntitle: T\npublishedAt: ${2024 + Number(version)}-11-01\nchanges: C\n---\n`;
    for (const language of ['de', 'en'])
      writeFileSync(join(folder, kind, `${version}.${language}.md`), `${head}${language}`);
  }
  const library = new LegalLibrary(Object.assign(test.config, { LEGAL_DIR: folder }));
  const acknowledgements = new AcknowledgementRepository(test.database);
  due = new ListDueDocuments(library, acknowledgements);
  published = new ListLegalDocuments(library, acknowledgements);
  const useCase = new AcknowledgeDocuments(library, acknowledgements);
  acknowledge = (accountId, ...documents) =>
    test.database.transaction((tx) => useCase.execute(tx, accountId, newId(), documents));
});

beforeEach(() => test.clock.set('2026-11-23T09:00:00Z'));

describe('terms and privacy notice', () => {
  it('A7 are due until the version in force is acknowledged, each once, with its time', async () => {
    const accountId = newId();
    expect(await due.execute(accountId)).toEqual([terms('2'), privacy('1')]);
    await acknowledge(accountId, terms('2'));
    expect(await due.execute(accountId)).toEqual([privacy('1')]);
    await test.clock.advance('1 hour');
    await acknowledge(accountId, terms('2'), privacy('1'));
    expect(await due.execute(accountId)).toEqual([]);

    const rows = await test.query(
      `SELECT kind, acknowledged_at FROM consent.acknowledgement WHERE account_id = $1 ORDER BY kind DESC`,
      [accountId],
    );
    expect(rows).toHaveLength(2);
    expect((rows[0]?.['acknowledged_at'] as Date).toISOString()).toMatch(/^2026-11-23T09:00/);
    const audited = await test.query(`SELECT content FROM platform.audit_entry WHERE content LIKE $1`, [
      `%${accountId}%`,
    ]);
    expect(audited).toHaveLength(2);
  });

  it('A7 are due again from the day a new version is published, in German time', async () => {
    const accountId = newId();
    await acknowledge(accountId, terms('2'), privacy('1'));
    await test.clock.set('2027-10-31T22:59:00Z');
    expect(await due.execute(accountId)).toEqual([]);
    await test.clock.set('2027-10-31T23:01:00Z');
    expect(await due.execute(accountId)).toEqual([terms('3')]);
    await test.database.transaction(async (tx) => expect(await due.execute(accountId, tx)).toEqual([terms('3')]));
  });

  it.each([[terms('1')], [terms('3')], [terms('9')], [privacy('2')]])(
    'A7 accepts no version but the one in force: %j',
    async (version) => {
      const accountId = newId();
      await expect(acknowledge(accountId, privacy('1'), version)).rejects.toMatchObject({
        code: 'document-outdated',
        kind: 'conflict',
      });
      expect(await due.execute(accountId)).toHaveLength(2);
    },
  );

  it('A5 lists published versions, newest first, and finds one of them', async () => {
    const list = await published.execute();
    expect(list.map(({ kind, version, current }) => `${kind} ${version} ${current}`)).toEqual([
      'terms 2 true',
      'terms 1 false',
      'privacy 1 true',
    ]);
    expect((await published.getOne('terms', '1')).texts.en.content).toBe('en\n');
    for (const [kind, version] of [
      ['terms', '3'],
      ['terms', '../1'],
      ['imprint', '1'],
    ] as const) {
      await expect(published.getOne(kind, version)).rejects.toMatchObject({ kind: 'not-found' });
    }
  });

  it('names the versions nobody can have been shown', async () => {
    const check = new CheckShownVersions(published);
    expect(await check.execute({ termsVersion: '1', privacyVersion: '1' })).toEqual([]);
    expect(await check.execute({ termsVersion: '3', privacyVersion: 'x' })).toEqual([
      { pointer: '/termsVersion', code: 'unknown-version' },
      { pointer: '/privacyVersion', code: 'unknown-version' },
    ]);
  });
});
