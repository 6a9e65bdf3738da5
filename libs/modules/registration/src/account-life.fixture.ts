import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApprovalJobsModule } from '@of/approval';
import { AccountRepository, ContactRepository, IdentityJobsModule, PostedCodes, SessionRepository } from '@of/identity';
import { DateOnly, newId } from '@of/kernel';
import { MembershipModule } from '@of/membership';
import { createLogger, PlatformJobsModule, PlatformModule, Sealer, type MailMessage, type Tx } from '@of/platform';
import { WhenCoverChangedFollowIt } from './listeners/when-cover-changed-follow-it.listener';
import { RegistrationJobsModule } from './registration.module';
import { type RegistrationRoom } from './registration-room.fixture';

export interface OpenedAccount {
  accountId: string;
  insuredId: string;
  kvnr: string;
  postalCode: string;
  /** Loads the person again with these periods, `from` and last day. */
  insure(...periods: [from: string, to: string | null][]): Promise<void>;
  /** State of the row; null when there is none. */
  state(): Promise<string | null>;
}

export interface AccountLife {
  get<T>(type: Type<T>): T;
  /** A registered person; `active` with a mail address and a running session. */
  open(number: number, state: 'applied' | 'active'): Promise<OpenedAccount>;
  /** The code of another letter to a registered person. */
  newCode(account: OpenedAccount): Promise<string>;
  /** Does what the worker does after an import. */
  followImport(): Promise<void>;
  events(name: string, accountId?: string): Promise<Record<string, unknown>[]>;
  mailsTo(address: string): Promise<MailMessage[]>;
}

/** The room as the worker wires it, beside the API's side of the same database. */
export function accountLife(room: RegistrationRoom): AccountLife {
  const life = {} as AccountLife;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    const platform = PlatformModule.forRoot(room.test.config, createLogger('silent', 'test'), 'test-worker');
    const rooms = [MembershipModule, IdentityJobsModule, ApprovalJobsModule, RegistrationJobsModule];
    const module = { module: class WorkerAlone {}, imports: [platform, PlatformJobsModule, ...rooms] };
    worker = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  });
  afterAll(() => worker?.close());

  life.get = (type) => worker.get(type, { strict: false });
  life.open = (number, state) => open(room, number, state);
  life.newCode = ({ accountId }) => room.test.database.transaction((tx) => mintCode(room, tx, accountId));
  life.followImport = async () => {
    const [event] = await room.test.query<{ id: string }>(
      `UPDATE platform.outbox_event SET done_at = platform.now() WHERE name = 'membership.cover-changed' RETURNING id`,
    );
    if (!event) throw new Error('the import told nothing');
    await life.get(WhenCoverChangedFollowIt).handle();
  };
  life.events = async (name, accountId) => {
    const rows = await room.test.query<{ payload: Record<string, unknown> }>(
      `SELECT payload FROM platform.outbox_event WHERE name = $1 ORDER BY created_at, id`,
      [name],
    );
    return rows.map(({ payload }) => payload).filter((payload) => !accountId || payload['accountId'] === accountId);
  };
  life.mailsTo = async (address) => {
    const rows = await room.test.query<{ id: string; sealed: Buffer }>(
      `SELECT id, sealed FROM platform.outgoing_message WHERE channel = 'mail' ORDER BY created_at, id`,
    );
    const sealer = new Sealer(room.test.config);
    return rows
      .map(({ id, sealed }) => JSON.parse(String(sealer.open(sealed, `platform.outgoing_message.sealed:${id}`))))
      .filter(({ to }: MailMessage) => to === address) as MailMessage[];
  };
  return life;
}

function mintCode(room: RegistrationRoom, tx: Tx, accountId: string): Promise<string> {
  const letter = { letterId: newId(), validUntil: DateOnly.parse('2026-12-17') };
  return room.get(PostedCodes).mint(tx, { accountId, purpose: 'registration', ...letter });
}

async function open(room: RegistrationRoom, number: number, state: 'applied' | 'active'): Promise<OpenedAccount> {
  const { test } = room;
  const person = await room.person(number);
  const answer = await room.register(person.kvnr, person.postalCode);
  if (answer instanceof Error) throw answer;
  const [row] = await test.query<{ id: string }>(`SELECT id FROM identity.account WHERE insured_id = $1`, [
    person.insuredId,
  ]);
  const accountId = (row as { id: string }).id;
  await test.database.transaction(async (tx) => {
    await mintCode(room, tx, accountId);
    if (state === 'applied') return;
    await room.get(AccountRepository).activate(tx, accountId);
    await room.get(ContactRepository).set(tx, accountId, 'email', `owner-${number}@beispiel.example`);
    const origin = { browser: 'Firefox · Linux', address: '10.0.0.1', trustedBrowser: null };
    await room.get(SessionRepository).start(tx, { accountId, ...origin });
  });
  return {
    ...person,
    accountId,
    insure: async (...periods) => {
      await room.person(number, { insurancePeriods: periods.map(([from, to]) => ({ from, to, kind: 'member' })) });
    },
    state: async () => {
      const [account] = await test.query<{ state: string }>(`SELECT state FROM identity.account WHERE id = $1`, [
        accountId,
      ]);
      return account?.state ?? null;
    },
  };
}
