import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { newId, type DateOnly } from '@of/kernel';
import { GetPersonCard, GetPostalAddress, membershipMigrations } from '@of/membership';
import { Branding, Sealer, type Tx } from '@of/platform';
import { testDatabase, type TestDatabase } from '@of/testing';
import pino from 'pino';
import { FolderPrintService } from './adapters/folder-print-service';
import { ApplyPrintReport } from './application/apply-print-report';
import { HandOverLetter } from './application/hand-over-letter';
import { LetterComposer, LetterComposers, type LetterContent, type LetterInHand } from './application/letter-composers';
import { Letterhead } from './application/letterhead';
import { OrderLetter, type LetterOrder } from './application/order-letter';
import { Typesetter, type LetterSheet } from './application/ports/typesetter';
import { RenderLetter } from './application/render-letter';
import { CollectPrintReports } from './jobs/collect-print-reports.job';
import type { LetterPurpose } from './domain/letter';
import { ProduceLetter } from './listeners/produce-letter.listener';
import { LetterRepository } from './persistence/letter.repository';
import { Letters1700000300000 } from './persistence/migrations/1700000300000-letters';
import { CertificateLetters1700000520000 } from './persistence/migrations/1700000520000-certificate-letters';
import { Postbox1700000530000 } from './persistence/migrations/1700000530000-postbox';

/** A typesetter that never makes the same bytes twice, so that rendering again would be seen. */
export class UnrepeatableTypesetter extends Typesetter {
  readonly sheets: LetterSheet[] = [];

  typeset(sheet: LetterSheet): { pdf: Buffer; pages: number } {
    this.sheets.push(sheet);
    return { pdf: Buffer.from(`%PDF ${sheet.code} ${randomUUID()}`), pages: 1 };
  }
}

/** Mints a code for every letter, or declines. */
export class TestComposer extends LetterComposer {
  readonly composed: LetterInHand[] = [];
  isWanted = true;

  constructor(readonly purpose: LetterPurpose) {
    super();
  }

  async compose(_tx: Tx, letter: LetterInHand): Promise<LetterContent | null> {
    this.composed.push(letter);
    const code = randomBytes(6)
      .toString('hex')
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1-');
    return this.isWanted ? { code, codeUrl: `https://onlinefiliale.example/freischalten#code=${code}` } : null;
  }
}

export interface LettersRoom {
  readonly test: TestDatabase;
  readonly printFolder: string;
  readonly typesetter: UnrepeatableTypesetter;
  readonly composer: TestComposer;
  readonly letters: LetterRepository;
  readonly produceLetter: ProduceLetter;
  readonly collectReports: CollectPrintReports;
  newPerson(): Promise<string>;
  order(part?: Partial<LetterOrder>): Promise<{ letterId: string; expectedBy: DateOnly }>;
  produce(letterId: string): Promise<void>;
  state(letterId: string): Promise<Record<string, unknown>>;
  events(name: string): Promise<Record<string, unknown>[]>;
}

/** The room on a database of its own, wired as the worker does it; its parts are there once `beforeAll` has run. */
export function lettersRoom(): LettersRoom {
  const test = testDatabase([
    ...membershipMigrations,
    Letters1700000300000,
    CertificateLetters1700000520000,
    Postbox1700000530000,
  ]);
  const room = { test } as { -readonly [Part in keyof LettersRoom]: LettersRoom[Part] };

  beforeAll(() => {
    const { database, config } = test;
    const printService = new FolderPrintService(config);
    const composers = new LetterComposers();
    room.printFolder = join(config.DATA_DIR, 'print');
    room.typesetter = new UnrepeatableTypesetter();
    room.composer = new TestComposer('registration');
    composers.add(room.composer);
    room.letters = new LetterRepository(database, new Sealer(config));
    const letterhead = new Letterhead(new Branding());
    room.produceLetter = new ProduceLetter(
      new RenderLetter(database, room.letters, new GetPostalAddress(database), composers, room.typesetter, letterhead),
      new HandOverLetter(database, room.letters, new GetPersonCard(database), printService),
    );
    const applyReport = new ApplyPrintReport(database, room.letters);
    room.collectReports = new CollectPrintReports(printService, applyReport, pino({ level: 'silent' }));
  });

  room.newPerson = () => insertPerson(test);
  room.order = async (part = {}) => {
    const insuredId = part.insuredId ?? (await room.newPerson());
    const order = { accountId: newId(), purpose: 'registration', language: 'de', needsReview: false, ...part } as const;
    return test.database.transaction((tx) => new OrderLetter(room.letters).execute(tx, { ...order, insuredId }));
  };
  room.produce = (letterId) =>
    room.produceLetter.handle({ id: newId(), name: 'letters.letter-ordered', payload: { letterId } });
  room.state = async (letterId) => {
    const [row] = await test.query(
      `SELECT *, valid_until::text AS valid_until, expected_by::text AS expected_by FROM letters.letter WHERE id = $1`,
      [letterId],
    );
    return row as Record<string, unknown>;
  };
  room.events = async (name) => {
    const sql = `SELECT payload FROM platform.outbox_event WHERE name = $1 ORDER BY created_at, id`;
    return (await test.query<{ payload: Record<string, unknown> }>(sql, [name])).map(({ payload }) => payload);
  };
  return room;
}

async function insertPerson({ query }: TestDatabase): Promise<string> {
  const id = newId();
  const number = randomBytes(4).readUInt32BE().toString().padStart(9, '0').slice(-9);
  await query(
    `INSERT INTO membership.insured_person (id, external_id, kvnr, given_name, family_name, date_of_birth,
       imported_identity, imported_contact, imported_address, imported_bank_account, imported_cover)
     VALUES ($1, $2, $3, 'Erika', 'Muster', '1984-08-12', '', '', '', '', '')`,
    [id, `P-${id}`, `A${number}`],
  );
  await query(
    `INSERT INTO membership.address (insured_id, street, house_number, postal_code, city, country)
     VALUES ($1, 'Königsbrücker Straße', '7a', '01099', 'Dresden', 'DE')`,
    [id],
  );
  return id;
}
