import { Injectable } from '@nestjs/common';
import { ProtectedAction, type ApprovalLine, type ApprovalOwner, type ReleasedApproval } from '@of/approval';
import { AccountLocks } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { ChangeAddress, ReadProfile, type Address } from '@of/membership';
import { type Tx } from '@of/platform';
import { addressInWords } from '../domain/address-in-words';
import { dayInWords } from '../domain/day-in-words';
import { addressChanged } from '../domain/personal-data.events';
import { RecordChange } from './record-change';

export interface AddressPayload {
  address: Address;
  /** First day at the new address, `YYYY-MM-DD`. */
  validFrom: string;
}

const words = {
  de: { address: 'Anschrift', from: 'Gilt ab' },
  en: { address: 'Address', from: 'Valid from' },
};

/** A new address, released on a device. */
@Injectable()
export class AddressChangeAction extends ProtectedAction<AddressPayload> {
  readonly type = 'address-change';

  constructor(
    private readonly profiles: ReadProfile,
    private readonly locks: AccountLocks,
    private readonly changeAddress: ChangeAddress,
    private readonly record: RecordChange,
  ) {
    super();
  }

  async describe({ address, validFrom }: AddressPayload, owner: ApprovalOwner): Promise<ApprovalLine[]> {
    const { language } = owner;
    const { address: present } = await this.profiles.execute(owner.insuredId);
    return [
      {
        label: words[language].address,
        from: addressInWords(present, language),
        to: addressInWords(address, language),
      },
      { label: words[language].from, to: dayInWords(DateOnly.parse(validFrom), language) },
    ];
  }

  async apply(tx: Tx, payload: AddressPayload, { id, accountId, insuredId }: ReleasedApproval): Promise<void> {
    await this.locks.assertNotFrozen(tx, accountId);
    const { address, validFrom } = payload;
    const from = await this.changeAddress.execute(tx, insuredId, address, DateOnly.parse(validFrom));
    const appliesFrom = String(from);
    const change = { accountId, insuredId, kind: 'address', content: payload, appliesFrom, approvalId: id } as const;
    await tx.publish(addressChanged(accountId, await this.record.execute(tx, change)));
  }
}
