import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EraseLetterContent } from '../application/erase-letter-content';
import { lettersRoom } from '../letters-room.fixture';

const room = lettersRoom();

const pdfOf = (letterId: string) => readFile(join(room.printFolder, `${letterId}.pdf`));
const jobOf = async (letterId: string) =>
  JSON.parse(await readFile(join(room.printFolder, `${letterId}.json`), 'utf8')) as Record<string, unknown>;

describe('ProduceLetter', () => {
  beforeEach(async () => {
    room.composer.isWanted = true;
    await room.test.clock.set('2026-11-23T09:00:00Z');
  });

  it('B9 renders an ordered letter once and hands it to the print provider', async () => {
    const insuredId = await room.newPerson();
    const { letterId } = await room.order({ insuredId });
    await room.produce(letterId);

    const row = await room.state(letterId);
    const pdf = await pdfOf(letterId);
    const [person] = await room.test.query(`SELECT kvnr, external_id FROM membership.insured_person WHERE id = $1`, [
      insuredId,
    ]);
    expect(row).toMatchObject({ state: 'handed-over', pages: 1, valid_until: '2026-12-17' });
    expect(await jobOf(letterId)).toEqual({
      letterId,
      purpose: 'registration',
      kvnr: person?.['kvnr'],
      externalId: person?.['external_id'],
      createdAt: (row['created_at'] as Date).toISOString(),
      pages: 1,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    expect(room.typesetter.sheets.at(-1)).toMatchObject({
      letterId,
      recipient: {
        name: 'Erika Muster',
        street: 'Königsbrücker Straße',
        houseNumber: '7a',
        postalCode: '01099',
        city: 'Dresden',
      },
      reference: row['reference'],
      date: '2026-11-23',
      orderedOn: '2026-11-23',
      validUntil: '2026-12-17',
      branding: { insurerName: 'Musterkasse', street: 'Musterallee', hotline: { hours: 'Rund um die Uhr' } },
    });
  });

  it('S06 seals the PDF in the database and keeps the code out of job file, event and audit trail', async () => {
    const { letterId } = await room.order();
    await room.produce(letterId);
    const code = room.typesetter.sheets.at(-1)?.code as string;
    expect((await pdfOf(letterId)).includes(code)).toBe(true);

    const [row] = await room.test.query<{ content_sealed: Buffer }>(
      `SELECT content_sealed FROM letters.letter WHERE id = $1`,
      [letterId],
    );
    expect(row?.content_sealed.includes('%PDF')).toBe(false);
    expect(JSON.stringify(await jobOf(letterId))).not.toContain(code);
    const told = await room.test.query(
      `SELECT payload::text FROM platform.outbox_event WHERE payload::text LIKE $1
       UNION ALL SELECT content FROM platform.audit_entry WHERE content LIKE $1`,
      [`%${code}%`],
    );
    expect(told).toEqual([]);
  });

  it('S05 stays one letter with the same bytes when the event comes again, also eight times at once', async () => {
    const { letterId } = await room.order();
    const minted = room.composer.composed.length;
    await Promise.all(Array.from({ length: 8 }, () => room.produce(letterId)));
    const first = await pdfOf(letterId);
    await room.produce(letterId);
    expect(room.composer.composed.length - minted).toBe(1);
    expect(await pdfOf(letterId)).toEqual(first);
    expect((await readdir(room.printFolder)).filter((name) => name.includes(letterId))).toHaveLength(2);
  });

  it('hands over the rendered bytes after a crash between rendering and hand-over', async () => {
    const { letterId } = await room.order();
    await mkdir(room.printFolder, { recursive: true });
    const aside = `${room.printFolder}-aside`;
    await rename(room.printFolder, aside);
    await writeFile(room.printFolder, 'a file where the folder should be');
    await expect(room.produce(letterId)).rejects.toMatchObject({ code: expect.stringMatching(/ENOTDIR|EEXIST/) });
    const rendered = await room.state(letterId);
    expect(rendered).toMatchObject({ state: 'rendered', handed_over_at: null });

    await rm(room.printFolder);
    await rename(aside, room.printFolder);
    await room.produce(letterId);
    const sha256 = createHash('sha256')
      .update(await pdfOf(letterId))
      .digest('hex');
    expect(sha256).toBe(rendered['sha256']);
    expect(await room.state(letterId)).toMatchObject({ state: 'handed-over', sha256 });
  });

  it('overwrites itself after a crash between hand-over and the note of it', async () => {
    const { letterId } = await room.order();
    await room.produce(letterId);
    const before = [await pdfOf(letterId), await jobOf(letterId)];
    await room.test.query(`UPDATE letters.letter SET state = 'rendered', handed_over_at = NULL WHERE id = $1`, [
      letterId,
    ]);
    await writeFile(join(room.printFolder, `.${letterId}.pdf.part`), 'half a letter');
    await room.produce(letterId);
    expect([await pdfOf(letterId), await jobOf(letterId)]).toEqual(before);
    expect((await readdir(room.printFolder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('leaves nothing behind when the typesetting fails', async () => {
    const { letterId } = await room.order();
    const typeset = jest.spyOn(room.typesetter, 'typeset').mockImplementationOnce(() => {
      throw new Error('no font');
    });
    await expect(room.produce(letterId)).rejects.toThrow('no font');
    expect(await room.state(letterId)).toMatchObject({ state: 'ordered', content_sealed: null });
    typeset.mockRestore();
    await room.produce(letterId);
    expect(await room.state(letterId)).toMatchObject({ state: 'handed-over' });
  });

  it('cancels a letter that is no longer wanted', async () => {
    const { letterId } = await room.order();
    room.composer.isWanted = false;
    await room.produce(letterId);
    expect(await room.state(letterId)).toMatchObject({ state: 'cancelled', content_sealed: null });
    await expect(pdfOf(letterId)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('ignores an event about a letter that is gone', async () => {
    await room.produce('0199a3f0-6c1e-7c3a-9f0b-3f6f1c2d4e5a');
  });

  it('S06 forgets the content 24 hours after hand-over', async () => {
    const { letterId } = await room.order();
    await room.produce(letterId);
    const erase = new EraseLetterContent(room.test.database, room.letters);
    await room.test.clock.advance('23 hours 59 minutes');
    await erase.execute();
    expect((await room.state(letterId))['content_sealed']).not.toBeNull();
    await room.test.clock.advance('2 minutes');
    await erase.execute();
    expect(await room.state(letterId)).toMatchObject({ content_sealed: null, state: 'handed-over' });
  });

  it('keeps print files to the owner of the process', async () => {
    const { letterId } = await room.order();
    await room.produce(letterId);
    expect((await stat(join(room.printFolder, `${letterId}.pdf`))).mode & 0o077).toBe(0);
  });
});
