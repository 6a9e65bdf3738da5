import { Injectable } from '@nestjs/common';
import { ContactRepository, maskMobile, type Contacts } from '@of/identity';
import { ReadProfile, type Profile } from '@of/membership';
import { type SessionActor } from '@of/platform';

export interface MyData extends Profile, Pick<Contacts, 'email' | 'mobile'> {}

/** Everything we hold about the member, as the page "Meine Daten" shows it. */
@Injectable()
export class ReadMyData {
  constructor(
    private readonly profiles: ReadProfile,
    private readonly contacts: ContactRepository,
  ) {}

  async execute(actor: SessionActor): Promise<MyData> {
    const [profile, { email, mobile }] = await Promise.all([
      this.profiles.execute(actor.insuredId),
      this.contacts.read(actor.accountId),
    ]);
    const isMasked = actor.level === 'basic' && actor.nextStep === null;
    return { ...profile, email, mobile: mobile && isMasked ? { ...mobile, value: maskMobile(mobile.value) } : mobile };
  }
}
