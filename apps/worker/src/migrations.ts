import { consentMigrations } from '@of/consent';
import { identityMigrations } from '@of/identity';
import { lettersMigrations } from '@of/letters';
import { membershipMigrations } from '@of/membership';
import { type MigrationClass } from '@of/platform';

/** The migrations of all rooms. */
export const roomMigrations: MigrationClass[] = [
  ...membershipMigrations,
  ...identityMigrations,
  ...consentMigrations,
  ...lettersMigrations,
];
