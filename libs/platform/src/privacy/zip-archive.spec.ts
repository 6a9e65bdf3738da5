import { Readable } from 'node:stream';
import { entryName, ZipArchive } from './zip-archive';

describe('names of files in a ZIP', () => {
  it.each([
    ['2026-11-23 Ihr Bescheid', '0007 2026-11-23 Ihr Bescheid.pdf'],
    ['../../etc/passwd', '0007 etc passwd.pdf'],
    ['C:\\Windows\\system32', '0007 C Windows system32.pdf'],
    ['/absolute', '0007 absolute.pdf'],
    ['a\u0000b\u202egpj.exe', '0007 a b gpj exe.pdf'],
    ['Änderung: 50 % für „Sie“?', '0007 Änderung 50 für Sie.pdf'],
    ['...', '0007 Dokument.pdf'],
    ['CON', '0007 CON.pdf'],
    ['x'.repeat(500), `0007 ${'x'.repeat(80)}.pdf`],
  ])('S52 %j', (words, name) => {
    expect(entryName(words, { number: 7, extension: 'pdf' })).toBe(name);
  });

  it('S52 never cut a character in half', () => {
    expect(entryName('𝒜'.repeat(100), { number: 1, extension: 'pdf' }).isWellFormed()).toBe(true);
  });
});

describe('a ZIP that is made while it is read', () => {
  const at = new Date('2026-11-23T09:00:00Z');
  const bytes = (size: number): Readable => Readable.from([Buffer.alloc(size, 'x')]);

  it('holds what was added, in order', async () => {
    const archive = new ZipArchive();
    const reading = (async () => Buffer.concat(await archive.output.toArray()))();
    await archive.add('one.json', Readable.from(['[', ']']), { at });
    await archive.add('two/three.pdf', bytes(100_000), { at, isPacked: true });
    archive.end();
    const zip = await reading;
    expect(zip.subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04'));
    expect(zip.indexOf('one.json')).toBeLessThan(zip.indexOf('two/three.pdf'));
    expect(zip.length).toBeGreaterThan(100_000);
  });

  it('S52 takes no name that leads out of its folder', async () => {
    for (const name of ['../a', '/a', 'a\\b', 'C:/a', 'a/../../b']) {
      await expect(new ZipArchive().add(name, bytes(1), { at })).rejects.toThrow();
    }
  });

  it('stops adding when nobody reads any more', async () => {
    const archive = new ZipArchive();
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536);
      })(),
    );
    const adding = archive.add('endless.bin', endless, { at, isPacked: true });
    archive.output.once('data', () => archive.output.destroy());
    await expect(adding).rejects.toThrow();
    expect(endless.destroyed).toBe(true);
  });

  it('ends no process when it fails before anybody reads, and fails for whoever comes then', async () => {
    const archive = new ZipArchive();
    archive.fail(new Error('the store is gone'));
    await new Promise(setImmediate); // by then an error that nobody listens for would have been thrown
    await expect(archive.output.toArray()).rejects.toThrow('the store is gone');
  });

  it('fails for its reader when a document breaks in the middle', async () => {
    const archive = new ZipArchive();
    const reading = archive.output.toArray();
    const broken = Readable.from(
      (function* () {
        yield Buffer.alloc(10);
        throw new Error('the store is gone');
      })(),
    );
    await archive.add('broken.pdf', broken, { at }).catch((error: Error) => archive.fail(error));
    await expect(reading).rejects.toThrow('the store is gone');
  });
});
