import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@of/kernel';
import { RunningHouse, until } from '@of/testing';
import { hostileFiles, noisyJpeg, onePage } from '@of/testing/files';
import { Caller } from './support/caller';
import { AYLIN, ERIKA, LENA, member, memberLine } from './support/members';
import { releasedMember, type ReleasedMember } from './support/released-member';
import { Uploader } from './support/uploads';

const MIB = 2 ** 20;
let house: RunningHouse;
let aylin: Caller;
let erika: ReleasedMember;
let uploads: Uploader;

beforeAll(async () => {
  house = await RunningHouse.start();
  aylin = await member(house, AYLIN, 'aylin@post.example');
  erika = await releasedMember(house, ERIKA, 'erika@post.example');
  uploads = new Uploader(aylin);
});
afterAll(() => house?.stop());

const accountOf = async (kvnr: string): Promise<string> => {
  const [row] = await house.query<{ id: string }>(
    `SELECT a.id FROM identity.account a JOIN membership.insured_person p ON p.id = a.insured_id WHERE p.kvnr = $1`,
    [kvnr],
  );
  return (row as { id: string }).id;
};

describe('uploads', () => {
  it('announces what is possible, in the protocol and as one answer', async () => {
    const options = await aylin.call('OPTIONS', '/api/v1/uploads', undefined, {
      headers: { 'tus-resumable': '1.0.0' },
    });
    expect(options.status).toBe(204);
    expect(options.headers).toMatchObject({
      'tus-version': '1.0.0',
      'tus-max-size': String(25 * MIB),
      'tus-extension': 'creation,creation-with-upload,expiration,termination,checksum',
      'tus-checksum-algorithm': 'sha256,sha1,md5',
    });
    expect((await aylin.get('/api/v1/uploads/limits')).body).toMatchObject({ fileBytes: 25 * MIB, pages: 50 });
  });

  it('takes a file in pieces and says that it is accepted', async () => {
    const paper = onePage();
    const path = await uploads.location(paper.length, 'Rechnung März.pdf');
    expect(path).toMatch(/^\/api\/v1\/uploads\/[0-9a-f-]{36}$/);
    const first = await uploads.send(path, 0, paper.subarray(0, 100));
    expect([first.status, first.headers['upload-offset']]).toEqual([204, '100']);
    expect(first.headers['upload-expires']).toBeDefined();
    expect((await uploads.state(path)).body).toMatchObject({ state: 'receiving', received: 100 });
    const last = await uploads.send(path, 100, paper.subarray(100));
    expect(last.status).toBe(204);
    expect((await uploads.state(path)).body).toMatchObject({
      name: 'Rechnung März.pdf',
      state: 'accepted',
      mediaType: 'application/pdf',
      pageCount: 1,
      problem: null,
    });
    expect((await uploads.send(path, 0, paper)).body.code).toBe('upload-offset-mismatch');
  });

  it('S34 shows an upload to nobody else, whatever is asked', async () => {
    const path = await uploads.location(10);
    const stranger = new Uploader(erika.browser);
    const unknown = `/api/v1/uploads/${newId()}`;
    for (const other of [path, unknown, '/api/v1/uploads/..%2f..%2fetc', '/api/v1/uploads/x']) {
      expect((await stranger.head(other)).status).toBe(404);
      expect((await stranger.send(other, 0, Buffer.alloc(5))).body.code).toBe('not-found');
      expect((await stranger.drop(other)).body.code).toBe('not-found');
      expect((await stranger.state(other)).body.code).toBe('not-found');
    }
    const nobody = new Uploader(new Caller(house));
    expect((await nobody.start(10)).body.code).toBe('not-authenticated');
    expect((await nobody.send(path, 0, Buffer.alloc(5))).body.code).toBe('not-authenticated');
    expect(await uploads.offset(path)).toBe(0);
  });

  it('decision 44: a member’s device uploads on its own origin; both see it', async () => {
    const phone = new Uploader(erika.phone.caller);
    const { status, location } = await phone.whole(onePage(), 'Foto.pdf');
    expect(status).toBe(204);
    expect((await erika.browser.get('/api/v1/uploads')).body['items']).toEqual([
      expect.objectContaining({ isFromDevice: true, state: 'accepted', id: location.split('/').pop() }),
    ]);
    expect((await new Uploader(Caller.companion(house)).start(10)).body.code).toBe('not-authenticated');
  });

  it('keeps what arrived before the connection broke, and goes on there', async () => {
    const picture = await noisyJpeg(3 * MIB);
    const path = await uploads.location(picture.length, 'Foto.jpg');
    const half = Math.floor(picture.length / 2);
    await uploads.breakOff(house, path, picture.subarray(0, half), picture.length);
    const offset = await until('what arrived is counted', async () => (await uploads.offset(path)) || null);
    expect(offset).toBeLessThanOrEqual(half);
    const last = await uploads.send(path, offset, picture.subarray(offset));
    expect(last.status).toBe(204);
    expect((await uploads.state(path)).body).toMatchObject({ state: 'accepted', mediaType: 'image/jpeg' });
  });

  it('R11 goes on after the API was killed', async () => {
    const paper = onePage();
    const path = await uploads.location(paper.length);
    await uploads.send(path, 0, paper.subarray(0, 200));
    house.api?.kill('SIGKILL');
    await until('the API is gone', () => house.api?.signalCode === 'SIGKILL');
    await house.startApi();
    expect(await uploads.offset(path)).toBe(200);
    expect((await uploads.send(path, 200, paper.subarray(200))).status).toBe(204);
  });

  it('keeps nothing of a piece whose checksum is wrong', async () => {
    const paper = onePage();
    const path = await uploads.location(paper.length);
    const sum = (bytes: Buffer) => `sha256 ${createHash('sha256').update(bytes).digest('base64')}`;
    const wrong = await uploads.send(path, 0, paper, { 'upload-checksum': sum(randomBytes(8)) });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'upload-checksum-mismatch']);
    expect(await uploads.offset(path)).toBe(0);
    expect((await uploads.send(path, 0, paper, { 'upload-checksum': 'crc32 AAAA' })).status).toBe(400);
    expect((await uploads.send(path, 0, paper, { 'upload-checksum': sum(paper) })).status).toBe(204);
  });

  it('K6 S49 names actual and allowed figures', async () => {
    const large = await uploads.start(25 * MIB + 1);
    expect([large.status, large.body]).toEqual([
      413,
      expect.objectContaining({
        code: 'file-too-large',
        actual: 25.1,
        allowed: 25,
        detail: expect.stringContaining('25.1 MB'),
      }),
    ]);
    expect((await uploads.start(0)).body.code).toBe('file-empty');
    const path = await uploads.location(10);
    expect((await uploads.send(path, 0, Buffer.alloc(11))).status).toBe(413);
    expect((await uploads.send(path, 5, Buffer.alloc(5))).body.code).toBe('upload-offset-mismatch');
  });

  it('S49 a day has 100 files and a member 1 GiB', async () => {
    const lena = await member(house, LENA, 'lena@post.example');
    const account = await accountOf(LENA.kvnr);
    const fill = (count: number, size: number) =>
      house.query(
        `INSERT INTO documents.upload (id, account_id, name, size, expires_at)
         SELECT gen_random_uuid(), $1, 'a', $3, platform.now() + interval '1 day' FROM generate_series(1, $2)`,
        [account, count, size],
      );
    await fill(41, 25 * MIB);
    const full = await new Uploader(lena).start(MIB);
    expect([full.status, full.body.code]).toEqual([413, 'storage-full']);
    await house.query(`UPDATE documents.upload SET size = 1 WHERE account_id = $1`, [account]);
    await fill(58, 1);
    expect((await new Uploader(lena).start(MIB)).status).toBe(201);
    const tooMany = await new Uploader(lena).start(MIB);
    expect([tooMany.status, tooMany.body['reason']]).toEqual([429, 'upload-limit-reached']);
    expect(Number(tooMany.headers['retry-after'])).toBeGreaterThan(80_000);
  });

  it('forgets an upload on request', async () => {
    const path = await uploads.location(10);
    expect((await uploads.drop(path)).status).toBe(204);
    expect((await uploads.head(path)).status).toBe(404);
  });

  it('S49 S50 answers the last bytes of every hostile file with its problem; the API stays small', async () => {
    const lines = [memberLine(1), memberLine(2)];
    await house.importMembers(lines);
    // Two members in turns: more than a hundred files are too many for one.
    const senders = await Promise.all(
      lines.map(async ({ kvnr }, n) => {
        return new Uploader(await member(house, { kvnr, postalCode: '04109' }, `kim${n}@post.example`));
      }),
    );
    const before = await house.apiMemory();
    const wrong: string[] = [];
    const files = await hostileFiles();
    expect(files.length).toBeGreaterThan(60);
    for (const [n, { name, content, expected }] of files.entries()) {
      const sender = senders[n % 2] as Uploader;
      const answer = await sender.whole(content, name);
      const got = answer.status === 204 ? 'accepted' : String(answer.body.code);
      if (got !== expected) wrong.push(`${JSON.stringify(name)}: ${got} instead of ${expected}`);
      if (got !== 'accepted') {
        const { body } = await sender.state(answer.location);
        expect(body).toMatchObject({ state: 'rejected', problem: { code: expected } });
      }
    }
    expect(wrong).toEqual([]);
    expect((await house.apiMemory()) - before).toBeLessThan(150);
  });
});
