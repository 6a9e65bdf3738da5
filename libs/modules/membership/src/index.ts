import { Membership1700000100000 } from './persistence/migrations/1700000100000-membership';
import { BankAccountHold1700000460000 } from './persistence/migrations/1700000460000-bank-account-hold';
import { CoverChange1700000440001 } from './persistence/migrations/1700000440001-cover-change';

export { AddressAge } from './application/address-age';
export { ChangeAddress } from './application/change-address';
export { ChangeBankAccount } from './application/change-bank-account';
export { ChangePhone } from './application/change-phone';
export { FindByExternalId } from './application/find-by-external-id';
export { FindGuardians } from './application/find-guardians';
export { FindRegistrant, type Registrant } from './application/find-registrant';
export { GetPersonCard, type PersonCard } from './application/get-person-card';
export { GetPostalAddress, type PostalAddress } from './application/get-postal-address';
export { HasCover } from './application/has-cover';
export { HasMembers } from './application/has-members';
export { ImportMembers, type ImportCounts, type ImportObserver, type RejectedLine } from './application/import-members';
export { ReadCoverBreak } from './application/read-cover-break';
export { ReadCoverEnd, type CoverEnd } from './application/read-cover-end';
export { ReadCoverToday, type CoverToday } from './application/read-cover-today';
export { ReadFamily, type FamilyMember } from './application/read-family';
export { ReadProfile, type Profile } from './application/read-profile';
export { TakeCoverChanges } from './application/take-cover-changes';
export type { Coverage, InsuranceStatus } from './domain/coverage';
export type { Address, BankAccount, InsuredId, Member } from './domain/member';
export { coverChanged } from './domain/membership.events';
export { parseAddress, parseBankAccount, parsePhone } from './domain/parse-change';
export { MembershipModule } from './membership.module';

export const membershipMigrations = [Membership1700000100000, CoverChange1700000440001, BankAccountHold1700000460000];
