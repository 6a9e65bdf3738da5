import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@of/kernel';
import { AssumePosted } from '../application/assume-posted';
import { lettersRoom } from '../letters-room.fixture';

const room = lettersRoom();

async function drop(name: string, content: unknown, settled = true): Promise<void> {
  const path = join(room.printFolder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  const written = new Date(Date.now() - (settled ? 60_000 : 0));
  await utimes(path, written, written);
}

const filed = (folder: string) => readdir(join(room.printFolder, folder)).catch(() => [] as string[]);

async function handedOver(): Promise<string> {
  await room.test.clock.set('2026-11-23T09:00:00Z');
  const { letterId } = await room.order();
  await room.produce(letterId);
  return letterId;
}

async function report(letterId: string, status: string, at: string): Promise<void> {
  await drop(`${letterId}.status.json`, { status, at });
  await room.collectReports.run();
}

const postedEvents = async (letterId: string) =>
  (await room.events('letters.letter-posted')).filter((payload) => payload['letterId'] === letterId);

describe('reports of the print provider', () => {
  it('B10 takes in printed, posted and returned, each once', async () => {
    const letterId = await handedOver();
    await report(letterId, 'printed', '2026-11-23T09:30:00Z');
    expect(await room.state(letterId)).toMatchObject({
      state: 'handed-over',
      printed_at: new Date('2026-11-23T09:30:00Z'),
    });

    await room.test.clock.set('2026-11-25T00:00:00Z');
    await report(letterId, 'posted', '2026-11-24T23:30:00Z');
    await report(letterId, 'posted', '2026-11-24T23:30:00Z');
    expect(await room.state(letterId)).toMatchObject({ state: 'posted', posted_is_assumed: false });
    // Half past midnight in Germany.
    expect(await postedEvents(letterId)).toEqual([{ letterId, postedOn: '2026-11-25', validUntil: '2026-12-16' }]);

    await room.test.clock.set('2026-12-02T00:00:00Z');
    await report(letterId, 'returned', '2026-12-01T10:00:00Z');
    expect(await room.state(letterId)).toMatchObject({ state: 'returned' });
    expect((await filed('reports')).filter((name) => name.includes(letterId)).length).toBeGreaterThanOrEqual(1);
    expect((await readdir(room.printFolder)).filter((name) => name.endsWith('.status.json'))).toEqual([]);
  });

  it('counts a letter as handed over when the provider reports it before we noted that', async () => {
    const letterId = await handedOver();
    await room.test.query(`UPDATE letters.letter SET state = 'rendered', handed_over_at = NULL WHERE id = $1`, [
      letterId,
    ]);
    await report(letterId, 'posted', '2026-11-23T09:30:00Z');
    expect(await room.state(letterId)).toMatchObject({ state: 'posted', handed_over_at: expect.any(Date) });
  });

  it('puts bad reports aside and goes on with the others', async () => {
    const letterId = await handedOver();
    const ordered = await room.order();
    await drop('0-no-letter.status.json', { status: 'posted', at: '2026-11-23T09:30:00Z' });
    await drop(`${newId()}.status.json`, { status: 'posted', at: '2026-11-23T09:30:00Z' });
    await drop(`${newId()}.status.json`, '{"status": "pos');
    await drop(`${newId()}.status.json`, 'x'.repeat(5_000));
    await drop(`${ordered.letterId}.status.json`, { status: 'posted', at: '2026-11-23T09:30:00Z' });
    await drop(`${letterId}.status.json`, { status: 'posted', at: '2026-11-23T09:30:00Z' });
    await room.collectReports.run();
    expect(await filed('rejected-reports')).toHaveLength(5);
    expect(await room.state(letterId)).toMatchObject({ state: 'posted' });
    expect(await room.state(ordered.letterId)).toMatchObject({ state: 'ordered' });
  });

  it.each([
    ['before the letter existed', '2026-11-22T09:00:00Z'],
    ['in the future', '2026-11-24T09:00:00Z'],
  ])('refuses a time %s', async (_, at) => {
    const letterId = await handedOver();
    await report(letterId, 'posted', at);
    expect(await room.state(letterId)).toMatchObject({ state: 'handed-over', posted_at: null });
    expect((await filed('rejected-reports')).some((name) => name.includes(letterId))).toBe(true);
  });

  it('leaves a report alone that is still being written', async () => {
    const letterId = await handedOver();
    await drop(`${letterId}.status.json`, '{"status": "pos', false);
    await room.collectReports.run();
    expect(await readdir(room.printFolder)).toContain(`${letterId}.status.json`);
    await report(letterId, 'posted', '2026-11-23T09:30:00Z');
    expect(await room.state(letterId)).toMatchObject({ state: 'posted' });
  });
});

describe('a silent print provider', () => {
  it('B10 counts as having posted after three days; a late report corrects that', async () => {
    const letterId = await handedOver();
    const assume = new AssumePosted(room.test.database, room.letters);
    await room.test.clock.advance('71 hours 59 minutes');
    await assume.execute();
    expect(await room.state(letterId)).toMatchObject({ state: 'handed-over' });
    await room.test.clock.advance('2 minutes');
    await assume.execute();
    await assume.execute();
    expect(await room.state(letterId)).toMatchObject({ state: 'posted', posted_is_assumed: true });
    expect(await postedEvents(letterId)).toEqual([{ letterId, postedOn: '2026-11-26', validUntil: '2026-12-17' }]);

    await room.test.clock.set('2026-11-30T12:00:00Z');
    await report(letterId, 'posted', '2026-11-30T08:00:00Z');
    expect(await room.state(letterId)).toMatchObject({
      posted_is_assumed: false,
      posted_at: new Date('2026-11-30T08:00:00Z'),
    });
    expect((await postedEvents(letterId)).at(-1)).toEqual({
      letterId,
      postedOn: '2026-11-30',
      validUntil: '2026-12-21',
    });
  });
});
