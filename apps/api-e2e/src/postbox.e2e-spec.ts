import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { mailsTo, RunningHouse, until } from '@of/testing';
import { AYLIN, ERIKA, member } from './support/members';
import { releasedMember, type ReleasedMember } from './support/released-member';
import { photo, uploaded } from './support/sent-photos';

const EMAIL = 'erika@beispiel.example';

let house: RunningHouse;
let erika: ReleasedMember;
let pdf: string;

beforeAll(async () => {
  house = await RunningHouse.start();
  erika = await releasedMember(house, ERIKA, EMAIL);
  const document = await PDFDocument.create();
  document.addPage();
  pdf = join(house.dataDir, 'bescheid.pdf');
  writeFileSync(pdf, await document.save());
});
afterAll(() => house?.stop());

const deliver = (person: string, subject: string, ...more: string[]) =>
  house.command('ops.js', ['postbox', 'deliver', '--person', person, '--subject', subject, '--pdf', pdf, ...more]);

const noticesTo = () => mailsTo(house, EMAIL).filter((mail) => mail.includes('Neue Post'));

describe('post from the operator to the reader', () => {
  it('K23 is delivered once for its number, told of once and without content, and read in browser and companion', async () => {
    const text = join(house.dataDir, 'bescheid.md');
    writeFileSync(text, '# Ihr Bescheid\n\nWir zahlen Krankengeld.');
    const options = ['--decision', '--text', text, '--reference', 'B-1'];
    expect(await deliver('P-1000001', 'Bescheid über Krankengeld', ...options)).toMatch(
      /^Delivered to the postbox: [0-9a-f-]{36}\.$/m,
    );
    expect(await deliver('P-1000001', 'Bescheid über Krankengeld', ...options)).toContain('(before)');
    await until('the notice is sent', () => noticesTo().length > 0);
    await deliver('P-1000001', 'Noch ein Brief');

    const list = (await erika.browser.get('/api/v1/insured-persons/me/postbox')).body as {
      items: { id: string; subject: string; announcedOn: string | null }[];
    };
    expect(list.items.map(({ subject }) => subject)).toEqual(['Noch ein Brief', 'Bescheid über Krankengeld']);
    const decision = list.items[1]!;
    expect(decision.announcedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const mails = noticesTo();
    expect(mails).toHaveLength(1);
    expect(mails.join()).not.toMatch(/Krankengeld|Bescheid/);

    const onPhone = await erika.phone.caller.get(`/api/v1/insured-persons/me/postbox/${decision.id}`);
    expect(onPhone.body).toMatchObject({ text: expect.stringContaining('Krankengeld'), isDecision: true });
  });

  it('K11 goes out as a letter to somebody without an account, without a code', async () => {
    const printed = await deliver('P-1000006', 'Ihr Bescheid');
    const letterId = /as letter ([0-9a-f-]{36})/.exec(printed)?.[1] as string;
    await until(
      'the letter is handed over',
      async () =>
        (await house.query(`SELECT FROM letters.letter WHERE id = $1 AND state = 'handed-over'`, [letterId])).length >
        0,
    );
  });

  it('K11 sends a decision as a letter while the postbox is locked, and other post to the postbox', async () => {
    await member(house, AYLIN, 'aylin@beispiel.example');
    expect(await deliver('P-1000005', 'Ihr Bescheid', '--decision')).toMatch(/as letter [0-9a-f-]{36}/);
    expect(await deliver('P-1000005', 'Eine Information', '--kind', 'information')).toMatch(
      /^Delivered to the postbox/,
    );
  });

  it('refuses what is no PDF, an unknown person and a missing file in one line', async () => {
    const no = join(house.dataDir, 'no.pdf');
    writeFileSync(no, 'no');
    for (const [person, file] of [
      ['P-1000001', no],
      ['P-9999999', pdf],
      ['P-1000001', `${pdf}x`],
    ] as const) {
      await expect(
        house.command('ops.js', ['postbox', 'deliver', '--person', person, '--subject', 'x', '--pdf', file]),
      ).rejects.toThrow();
    }
  });
});

describe('the export of everything', () => {
  it('S63 is made by the worker, told of by mail, and holds what every room promised', async () => {
    const mine = '/api/v1/insured-persons/me';
    const uploadIds = [await uploaded(erika.browser, await photo())];
    const fields = { reason: 'abroad', incapableFrom: '2026-11-23', isFollowUp: false };
    const sent = await erika.browser.post(`${mine}/documents`, { category: 'sick-note', uploadIds, fields });
    expect(sent.status).toBe(201);
    const certificate = await erika.browser.post(`${mine}/certificates`, {
      kind: 'membership',
      delivery: 'download',
      language: 'de',
    });
    expect(certificate.status).toBe(201);
    const isChecked = async () =>
      (await erika.browser.get(`${mine}/documents/${String(sent.body['id'])}`)).body['progress'] !== 'being-checked';
    await until('the document is checked', isChecked);
    const ordered = (await erika.browser.call('POST', '/api/v1/me/data-exports', undefined)).body as { id: string };
    const state = async () =>
      (await erika.browser.get(`/api/v1/me/data-exports/${ordered.id}`)).body as { state: string };
    await until('the export is ready', async () => (await state()).state === 'ready');
    const answer = await fetch(`${house.origin}/api/v1/me/data-exports/${ordered.id}/content`, {
      headers: { cookie: [...erika.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    const zip = join(house.dataDir, 'export.zip');
    writeFileSync(zip, Buffer.from(await answer.arrayBuffer()));
    const names = execFileSync('python3', ['-m', 'zipfile', '-l', zip], { encoding: 'utf8' });
    for (const path of [
      'LIESMICH.txt',
      'applications/bescheinigungen.json',
      'applications/einreichungen.json',
      'audit/protokoll.json',
      'consent/bestaetigungen.json',
      'documents/dokumente.json',
      'drafts/entwuerfe.json',
      'identity/zugang.json',
      'letters/post.json',
      'membership/versicherung.json',
      'notifications/benachrichtigungen.json',
      'personal-data/aenderungen.json',
      'recovery/codes-mit-der-post.json',
    ]) {
      expect(names).toContain(path);
    }
    expect(names.match(/letters\/post\/\d{4} .*\.pdf/g)).toHaveLength(2);
    expect(names.match(/applications\/bescheinigungen\/0001 .*\.pdf/g)).toHaveLength(1);
    expect(names.match(/documents\/dokumente\/0001 .*\.jpg/g)).toHaveLength(1);
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, join(house.dataDir, 'export')]);
    const table = (path: string) =>
      JSON.parse(readFileSync(join(house.dataDir, 'export', path), 'utf8')) as Record<string, unknown>[];
    const { number, text, signature } = sent.body['receipt'] as Record<string, unknown>;
    expect(table('applications/einreichungen.json')).toMatchObject([
      { number, category: 'sick-note', answers: fields, receipt: text, signature },
    ]);
    expect(table('applications/bescheinigungen.json')).toMatchObject([
      { kind: 'membership', verificationCode: String(certificate.body['verificationCode']).replaceAll('-', '') },
    ]);
    await until('the mail about the export', () =>
      mailsTo(house, EMAIL).some((mail) => mail.includes('Export Ihrer Daten ist fertig')),
    );
  });
});
