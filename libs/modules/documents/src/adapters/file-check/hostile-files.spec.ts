import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { heicPhoto, type HostileFile, hostileFiles, onePage, photoWithPlace } from '@of/testing/files';
import { ChildFileChecker, type CheckLimits } from './child-file-checker';

/** The child runs as it is built; `npm test` has built it. */
const entry = join(
  __dirname,
  '../../../../../../dist/libs/modules/documents/src/adapters/file-check/file-check-process.js',
);
const checker = new ChildFileChecker(entry);

async function check(content: Buffer, by = checker): Promise<{ code: string; content: Buffer; mediaType: string }> {
  const checked = await by.check(Readable.from([content], { objectMode: false }));
  if (checked.problem) return { code: checked.problem.code, content: Buffer.alloc(0), mediaType: '' };
  return { code: 'accepted', content: await buffer(checked.content), mediaType: checked.mediaType };
}

describe('files that strangers send', () => {
  let files: HostileFile[];
  beforeAll(async () => {
    files = await hostileFiles();
  });

  it('S49 S50 each of more than 60 is told its own problem, in a process of its own', async () => {
    expect(files.length).toBeGreaterThan(60);
    const before = process.memoryUsage().rss;
    const wrong: string[] = [];
    for (const { name, content, expected } of files) {
      const { code } = await check(content);
      if (code !== expected) wrong.push(`${JSON.stringify(name)}: ${code} instead of ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(150);
  });

  it('S50 a photo is turned upright and keeps nothing but its pixels', async () => {
    const photo = await photoWithPlace(400, 300);
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const { content, mediaType } = await check(photo);
    const facts = await sharp(content).metadata();
    expect(mediaType).toBe('image/jpeg');
    expect([facts.width, facts.height]).toEqual([300, 400]);
    expect([facts.exif, facts.xmp, facts.iptc, facts.icc, facts.orientation]).toEqual(Array(5).fill(undefined));
    expect(content.includes('Musterkamera')).toBe(false);
    // Lying on its side the red corner was top left; upright it is top right.
    const { data } = await sharp(content)
      .extract({ left: 280, top: 10, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(200);
  });

  it('K5 S50 the photo of an iPhone becomes a JPEG without camera and place', async () => {
    const { content, mediaType } = await check(heicPhoto());
    const facts = await sharp(content).metadata();
    expect([mediaType, facts.format, facts.width, facts.height, facts.exif]).toEqual([
      'image/jpeg',
      'jpeg',
      96,
      64,
      undefined,
    ]);
    expect(content.includes('Musterkamera')).toBe(false);
  });

  it('S50 a PDF stays byte for byte what it was', async () => {
    const paper = onePage();
    const { content } = await check(paper);
    expect(content.equals(paper)).toBe(true);
  });
});

describe('the process that looks into them', () => {
  const limits: CheckLimits = { running: 1, waiting: 2, cpuSeconds: 10, wallSeconds: 40, memoryBytes: 512 * 2 ** 20 };

  it('S50 is ended when it takes too much memory or time; the next file is served', async () => {
    const greedy = new ChildFileChecker(entry, { ...limits, memoryBytes: 8 * 2 ** 20 });
    expect((await check(onePage(), greedy)).code).toBe('file-too-complex');
    const slow = new ChildFileChecker(entry, { ...limits, wallSeconds: 0 });
    expect((await check(onePage(), slow)).code).toBe('file-too-complex');
    const good = new ChildFileChecker(entry, limits);
    expect((await check(onePage(), good)).code).toBe('accepted');
  });

  it('S50 waits in a row of limited length', async () => {
    const narrow = new ChildFileChecker(entry, limits);
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => check(onePage(), narrow)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused.map((answer) => (answer as PromiseRejectedResult).reason as unknown)).toEqual(
      Array(2).fill(expect.objectContaining({ code: 'service-unavailable', kind: 'unavailable' })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('a missing program is our fault, not the file’s', async () => {
    await expect(check(onePage(), new ChildFileChecker('/nowhere.js'))).rejects.toThrow('missing');
  });

  it('what could not be started takes nobody’s place', async () => {
    const narrow = new ChildFileChecker('/nowhere.js', limits);
    const answers = await Promise.allSettled([1, 2, 3].map(() => check(onePage(), narrow)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});
