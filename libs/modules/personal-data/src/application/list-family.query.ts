import { Injectable } from '@nestjs/common';
import { AccountRepository } from '@of/identity';
import { ReadFamily, type FamilyMember } from '@of/membership';

export interface Relative extends FamilyMember {
  hasOwnAccess: boolean;
}

/** For whom a member may act today, themselves first. */
@Injectable()
export class ListFamily {
  constructor(
    private readonly family: ReadFamily,
    private readonly accounts: AccountRepository,
  ) {}

  async execute(insuredId: string): Promise<Relative[]> {
    const members = await this.family.execute(insuredId);
    const withAccess = await this.accounts.listWithAccess(members.map((member) => member.insuredId));
    return members.map((member) => ({ ...member, hasOwnAccess: withAccess.has(member.insuredId) }));
  }
}
