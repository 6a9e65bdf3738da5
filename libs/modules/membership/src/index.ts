import { Membership1700000100000 } from './persistence/migrations/1700000100000-membership';

export { AddressAge } from './application/address-age';
export { FindRegistrant, type Registrant } from './application/find-registrant';
export { GetPersonCard, type PersonCard } from './application/get-person-card';
export { GetPostalAddress, type PostalAddress } from './application/get-postal-address';
export { HasCover } from './application/has-cover';
export { HasMembers } from './application/has-members';
export { ImportMembers, type ImportCounts, type ImportObserver, type RejectedLine } from './application/import-members';
export { ReadProfile, type Profile } from './application/read-profile';
export type { Coverage, InsuranceStatus } from './domain/coverage';
export type { Address, InsuredId, Member } from './domain/member';
export { MembershipModule } from './membership.module';

export const membershipMigrations = [Membership1700000100000];
