import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DocumentStates, OpenDocument } from '@of/documents';
import { newId, newReference } from '@of/kernel';
import { GetPersonCard, membershipMigrations } from '@of/membership';
import { createLogger, Sealer, SigningKey } from '@of/platform';
import { isRefusal, race, testDatabase } from '@of/testing';
import { AcknowledgeSubmission } from './application/acknowledge-submission';
import { ForwardSubmission } from './application/forward-submission';
import { ReceivingSystem, type HandedOverSubmission } from './application/ports/receiving-system';
import { RejectSubmission } from './application/reject-submission';
import { TellOverdue } from './application/tell-overdue';
import type { SubmissionId } from './domain/submission';
import { newVerificationCode } from './domain/verification-code';
import { applicationsMigrations } from './index';
import { ReceiptKeyRepository } from './persistence/receipt-key.repository';
import { SubmissionProgressRepository } from './persistence/submission-progress.repository';
import { SubmissionRepository } from './persistence/submission.repository';

const test = testDatabase([...membershipMigrations, ...applicationsMigrations]);

/** Takes what it is given, unless it is told to fall over. */
class ToldSystem extends ReceivingSystem {
  readonly given: HandedOverSubmission[] = [];
  bytes = 0;
  fault: Error | null = null;

  async handOver(submission: HandedOverSubmission, content: Readable): Promise<void> {
    this.bytes = 0;
    for await (const piece of content) this.bytes += (piece as Buffer).length;
    if (this.fault) throw this.fault;
    this.given.push(submission);
  }
  findAcknowledgements = async () => [];
  file = async () => undefined;
}

const core = new ToldSystem();
const key = new SigningKey(randomBytes(32).toString('base64'));
let isClean = true;
let parts: ReturnType<typeof assemble>;

function assemble() {
  const { database, config } = test;
  const submissions = new SubmissionRepository(database, new Sealer(config));
  const progress = new SubmissionProgressRepository(database);
  const states = {
    read: async (ids: string[]) => new Map(ids.map((id) => [id, isClean ? 'clean' : 'checking'])),
  } as DocumentStates;
  const documents = {
    within: async () => ({
      stream: Readable.from([Buffer.from('%PDF')]),
      mediaType: 'application/pdf',
      size: 4,
      sha256: 'a',
    }),
  } as unknown as OpenDocument;
  const persons = new GetPersonCard(database);
  return {
    submissions,
    progress,
    tellOverdue: new TellOverdue(database, progress, config, createLogger('silent', 'test')),
    acknowledge: new AcknowledgeSubmission(database, submissions, progress),
    forward: new ForwardSubmission(database, submissions, progress, states, documents, persons, core),
    reject: new RejectSubmission(database, submissions, progress),
  };
}

let personId: string;

beforeAll(async () => {
  parts = assemble();
  personId = newId();
  await test.query(
    `INSERT INTO membership.insured_person (id, external_id, kvnr, given_name, family_name, date_of_birth,
       imported_identity, imported_contact, imported_address, imported_bank_account, imported_cover)
     VALUES ($1, 'P-1', 'A123456780', 'Erika', 'Muster', '1984-08-12', '', '', '', '', '')`,
    [personId],
  );
  await test.database.transaction((tx) => new ReceiptKeyRepository(test.database).remember(tx, key));
});
beforeEach(async () => {
  await test.clock.reset();
  isClean = true;
  core.fault = null;
  core.given.length = 0;
});

/** One that was received now. */
async function submitted(): Promise<{ id: SubmissionId; documentId: string }> {
  const [id, documentId] = [newId<'Submission'>(), randomUUID()];
  const [row] = await test.query<{ now: Date }>('SELECT platform.now() AS now');
  await test.database.transaction((tx) =>
    parts.submissions.insert(tx, {
      id,
      number: newReference('D', randomBytes),
      accountId: newId(),
      actorId: personId,
      subjectId: personId,
      category: 'sick-note',
      documentId,
      pageCount: 1,
      answers: { reason: 'abroad', about: 'Migräne' },
      isPrivate: false,
      receivedAt: row?.now as Date,
      receipt: {
        text: JSON.stringify({ pages: [] }),
        sha256: '0'.repeat(64),
        signature: key.sign('text'),
        keyId: key.id,
      },
      verificationCode: newVerificationCode(randomBytes),
    }),
  );
  return { id, documentId };
}

async function stateOf(id: SubmissionId): Promise<{ state: string; events: string[]; acts: string[] }> {
  const [row] = await test.query<{ state: string }>(`SELECT state FROM applications.submission WHERE id = $1`, [id]);
  const events = await test.query<{ name: string }>(
    `SELECT name FROM platform.outbox_event WHERE payload ->> 'submissionId' = $1 ORDER BY id`,
    [id],
  );
  const acts = await test.query<{ act: string }>(
    `SELECT content::json ->> 'act' AS act FROM platform.audit_entry WHERE content::json ->> 'object' = $1
      ORDER BY position`,
    [id],
  );
  return {
    state: row?.state ?? '',
    events: events.map(({ name }) => name.replace('applications.submission-', '')),
    acts: acts.map(({ act }) => act.replace('applications.submission-', '')),
  };
}

describe('what the receiving system does not acknowledge', () => {
  it('K8 is told when the time is over, not before, and once, whoever looks', async () => {
    const { id } = await submitted();
    await test.clock.advance('23 hours 59 minutes');
    await parts.tellOverdue.execute();
    expect(await stateOf(id)).toEqual({ state: 'submitted', events: [], acts: [] });
    await test.clock.advance('1 minute');
    await Promise.all([parts.tellOverdue.execute(), parts.tellOverdue.execute(), parts.tellOverdue.execute()]);
    await test.clock.advance('72 hours');
    await parts.tellOverdue.execute();
    expect(await stateOf(id)).toEqual({ state: 'overdue', events: ['overdue'], acts: ['overdue'] });
  });

  it('K8 stays in the operators’ sight after a late hand-over, until it has arrived', async () => {
    const before = await parts.progress.countOverdue();
    const { id } = await submitted();
    isClean = false; // the scanner is away
    await parts.forward.execute(id);
    await test.clock.advance('25 hours');
    await parts.tellOverdue.execute();
    isClean = true;
    await parts.forward.execute(id);
    expect(core.given).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: 'overdue', acts: ['overdue', 'forwarded'] });
    expect(await parts.progress.countOverdue()).toBe(before + 1);
    await parts.acknowledge.execute(id, { actor: 'receiving-system', reference: 'VG-1' });
    expect(await stateOf(id)).toMatchObject({ state: 'acknowledged', events: ['overdue'] });
    expect(await parts.progress.countOverdue()).toBe(before);
  });

  it('S53 is not marked where nobody could be told', async () => {
    const { id } = await submitted();
    await test.clock.advance('25 hours');
    await test.query(
      `ALTER TABLE platform.outbox_event ADD CONSTRAINT broken CHECK (name NOT LIKE '%overdue') NOT VALID`,
    );
    await expect(parts.tellOverdue.execute()).rejects.toThrow();
    expect(await stateOf(id)).toEqual({ state: 'submitted', events: [], acts: [] });
    await test.query(`ALTER TABLE platform.outbox_event DROP CONSTRAINT broken`);
    await parts.tellOverdue.execute();
    expect(await stateOf(id)).toMatchObject({ state: 'overdue', events: ['overdue'] });
  });

  it('R16 acknowledged and running out of time at once ends acknowledged, told once at most', async () => {
    const finishes = await race({
      runs: 200,
      async prepare() {
        await test.clock.reset();
        const { id } = await submitted();
        await test.clock.advance('25 hours');
        return id;
      },
      first: (id) => parts.acknowledge.execute(id, { actor: 'receiving-system', reference: null }),
      second: () => parts.tellOverdue.execute(),
    });
    const ends = new Set<string>();
    for (const { state: id, first, second } of finishes) {
      expect([first, isRefusal(second)]).toEqual(['applied', false]);
      const { state, events } = await stateOf(id);
      expect(state).toBe('acknowledged');
      ends.add(events.join());
    }
    expect([...ends].sort()).toEqual(['', 'overdue']);
  });
});

describe('handing over', () => {
  it('R15 gives a submission away once, however many workers try', async () => {
    const { id } = await submitted();
    await Promise.all(Array.from({ length: 10 }, () => parts.forward.execute(id)));
    expect(core.given).toMatchObject([
      { submissionId: id, sender: { externalId: 'P-1' }, fields: { reason: 'abroad', about: 'Migräne' } },
    ]);
    expect(await stateOf(id)).toEqual({ state: 'forwarded', events: [], acts: ['forwarded'] });
  });

  it('hands it over whole when the transaction is tried again', async () => {
    const { id } = await submitted();
    jest
      .spyOn(parts.progress, 'markForwarded')
      .mockRejectedValueOnce(Object.assign(new Error('lock not available'), { code: '55P03' }));
    await parts.forward.execute(id);
    expect(core.given).toHaveLength(2);
    expect(core.bytes).toBe(4);
    expect((await stateOf(id)).state).toBe('forwarded');
  });

  it('waits for the scanner, and tries again where the other side fell over', async () => {
    const { id } = await submitted();
    isClean = false;
    await parts.forward.execute(id);
    isClean = true;
    core.fault = new Error('disk full');
    await expect(parts.forward.execute(id)).rejects.toThrow('disk full');
    expect(await stateOf(id)).toEqual({ state: 'submitted', events: [], acts: [] });
    core.fault = null;
    await parts.forward.execute(id);
    expect(core.given).toHaveLength(1);
  });

  it('K8 tells the sender once when the scanner refused it; nothing is handed over then, nor acknowledged', async () => {
    const { id, documentId } = await submitted();
    await parts.reject.execute(documentId);
    await parts.reject.execute(documentId);
    await parts.forward.execute(id);
    expect(core.given).toEqual([]);
    expect(await parts.acknowledge.execute(id, { actor: 'receiving-system', reference: null })).toBe('rejected');
    expect(await stateOf(id)).toEqual({ state: 'rejected', events: ['rejected'], acts: ['rejected'] });
    await parts.reject.execute(randomUUID()); // a document of no submission
  });

  it('acknowledging twice keeps the first reference, and what nobody knows is refused', async () => {
    const { id } = await submitted();
    const say = (reference: string) => parts.acknowledge.execute(id, { actor: 'receiving-system', reference });
    expect([await say('VG-1'), await say('VG-2')]).toEqual(['applied', 'applied']);
    const [row] = await test.query(`SELECT core_reference AS reference FROM applications.submission WHERE id = $1`, [
      id,
    ]);
    expect(row).toEqual({ reference: 'VG-1' });
    for (const unknown of [newId(), 'x', ''])
      expect(await parts.acknowledge.execute(unknown, { actor: 'ops', reference: null })).toBe('rejected');
  });
});

it('S57 answers about an illness lie sealed', async () => {
  await submitted();
  const rows = await test.query<{ row: string }>(
    `SELECT s::text || encode(answers_sealed, 'escape') AS row FROM applications.submission s`,
  );
  expect(JSON.stringify(rows)).not.toMatch(/Migr|abroad/);
});
