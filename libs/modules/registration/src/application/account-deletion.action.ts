import { Injectable } from '@nestjs/common';
import { ProtectedAction, type ApprovalLine, type ApprovalOwner, type ReleasedApproval } from '@of/approval';
import { type Tx } from '@of/platform';
import { EraseAccount } from './erase-account';

const lines: Record<ApprovalOwner['language'], ApprovalLine> = {
  de: { label: 'Zugang löschen', to: 'Passwort, Kontaktdaten, Geräte und Entwürfe werden gelöscht' },
  en: { label: 'Delete account', to: 'Password, contact details, devices and drafts will be deleted' },
};

/** Deleting the account, released on a device. */
@Injectable()
export class AccountDeletion extends ProtectedAction<Record<string, never>> {
  readonly type = 'account-deletion';

  constructor(private readonly eraseAccount: EraseAccount) {
    super();
  }

  async describe(_payload: Record<string, never>, { language }: ApprovalOwner): Promise<ApprovalLine[]> {
    return [lines[language]];
  }

  async apply(tx: Tx, _payload: Record<string, never>, { accountId, insuredId }: ReleasedApproval): Promise<void> {
    await this.eraseAccount.execute(tx, { accountId, insuredId }, 'deleted');
  }
}
