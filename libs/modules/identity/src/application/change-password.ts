import { Injectable } from '@nestjs/common';
import { DomainError } from '@of/kernel';
import { Database, type SessionActor } from '@of/platform';
import { passwordChanged } from '../domain/identity.events';
import { SessionRepository } from '../persistence/session.repository';
import { NewPassword } from './new-password';
import { PasswordCheck } from './password-check';

/** A member changes the password: the other sessions end, and its owner is told. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly check: PasswordCheck,
    private readonly newPassword: NewPassword,
    private readonly sessions: SessionRepository,
  ) {}

  async execute(actor: SessionActor, command: { currentPassword: string; newPassword: string }): Promise<void> {
    const account = await this.check.confirm(actor.accountId, command.currentPassword, '/currentPassword');
    const hash = await this.newPassword.accept(account, command.newPassword, '/newPassword');
    await this.database.transaction(async (tx) => {
      const isChanged = await this.newPassword.set(tx, account, hash);
      if (!isChanged) throw new DomainError('conflict', 'conflict');
      await this.sessions.endOthers(tx, account.id, actor.sessionId, 'password-changed');
      await tx.audit({ actor: account.id, subject: account.insuredId, act: 'identity.password-changed' });
      await tx.publish(passwordChanged(account.id));
    });
  }
}
