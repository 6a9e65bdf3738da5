import { randomBytes } from 'node:crypto';
import { Global, Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AccountRepository,
  DeviceRegistrations,
  Devices,
  IdentityModule,
  identityMigrations,
  SessionRepository,
  type Account,
} from '@of/identity';
import { newId } from '@of/kernel';
import {
  createLogger,
  PersonNames,
  PlatformHttpModule,
  PlatformModule,
  type DeviceActor,
  type PersonName,
  type SessionActor,
  type Tx,
} from '@of/platform';
import { NoFamily, testDatabase, VirtualAuthenticator, type TestDatabase } from '@of/testing';
import { DecideApproval, type Decision } from './application/decide-approval';
import { RequestLoginApproval } from './application/login-approval';
import { ProtectedAction, ProtectedActions, type ReleasedApproval } from './application/ports/protected-action';
import { RequestApproval } from './application/request-approval';
import { ApprovalModule, approvalMigrations } from './index';
import { ExpireApprovals } from './jobs/expire-approvals.job';
import type { Approval } from './persistence/approval.repository';

/** A device of a member, with the key in it. */
export interface BoundKey {
  actor: DeviceActor;
  key: VirtualAuthenticator;
}

export interface ApprovalRoom {
  readonly test: TestDatabase;
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  member(): Promise<Account>;
  device(account: Account): Promise<BoundKey>;
  /** A running session, as it is before and after its release. */
  session(account: Account, level: 'basic' | 'full'): Promise<SessionActor>;
  /** Asks for something that is not in this room; what is done when it is released is one event. */
  ask(actor: SessionActor): Promise<Approval>;
  askForLogin(actor: SessionActor): Promise<Approval>;
  sign(device: BoundKey, approval: Approval): Promise<unknown>;
  decide(device: BoundKey, approval: Approval, decision: Partial<Decision>): Promise<Approval>;
  /** Releases it as a member does. */
  approve(device: BoundKey, approval: Approval): Promise<Approval>;
  /** What an approval has come to: its row, how often it was done, and what the audit trail says. */
  outcome(approval: Approval): Promise<Outcome>;
}

export interface Outcome {
  status: string;
  done: number;
  acts: string[];
}

/** Stands above this room: everybody is called Erika. */
class OnePersonNames extends PersonNames {
  async find(insuredId: string): Promise<PersonName> {
    return { insuredId, givenName: 'Erika', familyName: 'Muster' };
  }
}

@Global()
@Module({ providers: [{ provide: PersonNames, useClass: OnePersonNames }], exports: [PersonNames] })
class Names {}

/** Stands above this room: a new address. */
class Move extends ProtectedAction<{ to: string }> {
  readonly type = 'address-change';

  async describe({ to }: { to: string }) {
    return [{ label: 'Anschrift', from: 'Lindenweg 3, 04109 Leipzig', to }];
  }

  async apply(tx: Tx, _payload: { to: string }, { id }: ReleasedApproval): Promise<void> {
    await tx.publish({ name: 'test.moved', payload: { approvalId: id } });
  }
}

/** The room with identity below it, wired by their modules, on a database of its own. */
export function approvalRoom(): ApprovalRoom {
  const test = testDatabase([...identityMigrations, ...approvalMigrations]);
  const room = { test } as ApprovalRoom;
  let app: INestApplicationContext;

  beforeAll(async () => {
    const platform = PlatformModule.forRoot(test.config, createLogger('silent', 'test'), 'test');
    const imports = [platform, PlatformHttpModule, NoFamily, Names, IdentityModule, ApprovalModule];
    const module = { module: class Room {}, imports, providers: [ExpireApprovals] };
    app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    app.get(ProtectedActions, { strict: false }).register(new Move());
  });
  afterAll(() => app?.close());

  room.get = (type) => app.get(type as Type, { strict: false });
  room.member = async () => {
    const id = newId<'Account'>();
    const kvnr = `T${randomBytes(6).toString('hex')}`;
    await test.database.transaction(async (tx) => {
      const account = { id, insuredId: newId(), kvnr, language: 'de', passwordHash: '-' };
      await room.get(AccountRepository).insert(tx, account);
      await room.get(AccountRepository).activate(tx, id);
    });
    return room.get(AccountRepository).getById(id);
  };
  room.device = async (account) => {
    const key = new VirtualAuthenticator(test.config.companionOrigin);
    const registrations = room.get(DeviceRegistrations);
    const options = await registrations.options(account.id);
    const made = await registrations.verify(options.challenge, key.create(options));
    const deviceId = newId<'Device'>();
    await test.database.transaction(async (tx) => {
      await room.get(Devices).register(tx, account, { ...made, id: deviceId, name: 'Handy', boundBy: 'posted-code' });
      await room.get(Devices).activate(tx, account, deviceId);
    });
    return { key, actor: { kind: 'device', deviceId, accountId: account.id, insuredId: account.insuredId } };
  };
  room.session = (account, level) =>
    test.database.transaction(async (tx) => {
      const sessions = room.get(SessionRepository);
      const origin = { browser: 'Firefox · Linux', address: '10.0.0.1', trustedBrowser: null };
      const { sessionId } = await sessions.start(tx, { accountId: account.id, ...origin });
      if (level === 'full') await sessions.raise(tx, sessionId);
      return sessions.getActor(tx, sessionId);
    });
  room.ask = (actor) => room.get(RequestApproval).execute(actor, 'address-change', { to: 'Am Markt 1, 01099 Dresden' });
  room.askForLogin = (actor) => room.get(RequestLoginApproval).execute(actor);
  room.sign = async ({ actor, key }, { id }) => key.get(await room.get(DecideApproval).options(actor, id));
  room.decide = ({ actor }, { id, matchNumber }, decision) =>
    room.get(DecideApproval).execute(actor, id, { decision: 'approve', matchNumber, ...decision });
  room.approve = async (device, approval) =>
    room.decide(device, approval, { credential: await room.sign(device, approval) });
  room.outcome = async ({ id }) => {
    const [row] = await test.query<Outcome>(
      `SELECT a.status,
              (SELECT count(*)::int FROM platform.outbox_event
                WHERE name = 'test.moved' AND payload ->> 'approvalId' = a.id::text) AS done,
              (SELECT coalesce(array_agg(content::jsonb ->> 'act' ORDER BY content::jsonb ->> 'act'), '{}')
                 FROM platform.audit_entry
                WHERE subject = a.insured_id::text AND content::jsonb ->> 'object' = a.id::text
                  AND content::jsonb ->> 'act' <> 'approval.requested') AS acts
         FROM approval.approval a WHERE a.id = $1`,
      [id],
    );
    return row as Outcome;
  };
  return room;
}
