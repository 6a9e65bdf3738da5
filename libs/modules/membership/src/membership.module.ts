import { Global, Module } from '@nestjs/common';
import { PersonNames, SubjectAccess } from '@of/platform';
import { AddressAge } from './application/address-age';
import { ChangeAddress } from './application/change-address';
import { ChangeBankAccount } from './application/change-bank-account';
import { ChangePhone } from './application/change-phone';
import { FamilyAccess } from './application/family-access';
import { FindByExternalId } from './application/find-by-external-id';
import { FindGuardians } from './application/find-guardians';
import { FindRegistrant } from './application/find-registrant';
import { GetPersonCard } from './application/get-person-card';
import { GetPostalAddress } from './application/get-postal-address';
import { HasCover } from './application/has-cover';
import { HasMembers } from './application/has-members';
import { ImportMembers } from './application/import-members';
import { MembershipData } from './application/membership-data';
import { NamePerson } from './application/name-person';
import { ReadCoverBreak } from './application/read-cover-break';
import { ReadCoverEnd } from './application/read-cover-end';
import { ReadCoverToday } from './application/read-cover-today';
import { ReadFamily } from './application/read-family';
import { ReadProfile } from './application/read-profile';
import { TakeCoverChanges } from './application/take-cover-changes';

const useCases = [
  AddressAge,
  ChangeAddress,
  ChangeBankAccount,
  ChangePhone,
  FindByExternalId,
  FindGuardians,
  FindRegistrant,
  GetPersonCard,
  GetPostalAddress,
  HasCover,
  HasMembers,
  ImportMembers,
  ReadCoverBreak,
  ReadCoverEnd,
  ReadCoverToday,
  ReadFamily,
  ReadProfile,
  TakeCoverChanges,
];

/** The room has no routes and no jobs of its own yet: both processes load the same module. */
@Global()
@Module({
  providers: [
    ...useCases,
    MembershipData,
    { provide: PersonNames, useClass: NamePerson },
    { provide: SubjectAccess, useClass: FamilyAccess },
  ],
  exports: [...useCases, PersonNames, SubjectAccess],
})
export class MembershipModule {}
