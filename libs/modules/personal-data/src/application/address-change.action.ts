import { Injectable } from '@nestjs/common';
import { ProtectedAction, type ApprovalLine, type ApprovalOwner, type ReleasedApproval } from '@of/approval';
import { AccountLocks } from '@of/identity';
import { DateOnly } from '@of/kernel';
import { ChangeAddress, ReadProfile, type Address } from '@of/membership';
import { PersonNames, SubjectAccess, type Tx } from '@of/platform';
import { addressInWords } from '../domain/address-in-words';
import { dayInWords } from '../domain/day-in-words';
import { familyChanged } from '../domain/personal-data.errors';
import { addressChanged } from '../domain/personal-data.events';
import { RecordChange } from './record-change';

export interface AddressPayload {
  address: Address;
  /** First day at the new address, `YYYY-MM-DD`. */
  validFrom: string;
  /** Children who move, too. */
  alsoFor?: string[];
}

const words = {
  de: { address: 'Anschrift', from: 'Gilt ab', also: 'Gilt auch für' },
  en: { address: 'Address', from: 'Valid from', also: 'Also for' },
};

/** The children who move with a member. */
@Injectable()
export class MovingFamily {
  constructor(
    private readonly access: SubjectAccess,
    private readonly persons: PersonNames,
  ) {}

  async names(ids: readonly string[]): Promise<string[]> {
    const found = await Promise.all(ids.map((id) => this.persons.find(id)));
    return found.flatMap((person) => (person ? [`${person.givenName} ${person.familyName}`] : []));
  }

  /** @throws DomainError `family-changed` when the member may no longer act for one of them */
  async assertAllowed(insuredId: string, children: readonly string[]): Promise<void> {
    if (children.length === 0) return;
    const allowed = await this.access.allowedSubjects(insuredId);
    if (!children.every((child) => allowed.includes(child))) throw familyChanged();
  }
}

/** A new address, released on a device; for children who move, too, in the same act. */
@Injectable()
export class AddressChangeAction extends ProtectedAction<AddressPayload> {
  readonly type = 'address-change';

  constructor(
    private readonly profiles: ReadProfile,
    private readonly locks: AccountLocks,
    private readonly changeAddress: ChangeAddress,
    private readonly record: RecordChange,
    private readonly family: MovingFamily,
  ) {
    super();
  }

  async describe({ address, validFrom, alsoFor = [] }: AddressPayload, owner: ApprovalOwner): Promise<ApprovalLine[]> {
    const { language } = owner;
    const { address: present } = await this.profiles.execute(owner.insuredId);
    return [
      {
        label: words[language].address,
        from: addressInWords(present, language),
        to: addressInWords(address, language),
      },
      { label: words[language].from, to: dayInWords(DateOnly.parse(validFrom), language) },
      ...(await this.family.names(alsoFor)).map((name) => ({ label: words[language].also, to: name })),
    ];
  }

  async apply(tx: Tx, payload: AddressPayload, { id, accountId, insuredId }: ReleasedApproval): Promise<void> {
    await this.locks.assertNotFrozen(tx, accountId);
    const { address, validFrom, alsoFor = [] } = payload;
    await this.family.assertAllowed(insuredId, alsoFor);
    const move = async (personId: string): Promise<string> => {
      const appliesFrom = String(await this.changeAddress.execute(tx, personId, address, DateOnly.parse(validFrom)));
      const content = { address, validFrom };
      const change = { accountId, insuredId: personId, kind: 'address', content, appliesFrom, approvalId: id } as const;
      return this.record.execute(tx, change);
    };
    const changeId = await move(insuredId);
    // In one order: two parents who move at the same moment do not wait for each other.
    for (const child of [...alsoFor].sort()) await move(child);
    await tx.publish(addressChanged(accountId, changeId));
  }
}
