import { Injectable } from '@nestjs/common';
import { FindGuardians, GetPostalAddress } from '@of/membership';

/** What of a person decides where their post goes. */
@Injectable()
export class PostRecipients {
  constructor(
    private readonly addresses: GetPostalAddress,
    private readonly guardians: FindGuardians,
  ) {}

  /** @throws DomainError `not-found` */
  async find(insuredId: string): Promise<{ isAbroad: boolean; guardians: string[] }> {
    const { country } = await this.addresses.execute(insuredId);
    return { isAbroad: country !== 'DE', guardians: await this.guardians.execute(insuredId) };
  }
}
