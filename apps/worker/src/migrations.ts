import { approvalMigrations } from '@of/approval';
import { consentMigrations } from '@of/consent';
import { documentsMigrations } from '@of/documents';
import { draftsMigrations } from '@of/drafts';
import { applicationsMigrations } from '@of/applications';
import { identityMigrations } from '@of/identity';
import { lettersMigrations } from '@of/letters';
import { membershipMigrations } from '@of/membership';
import { notificationsMigrations } from '@of/notifications';
import { personalDataMigrations } from '@of/personal-data';
import { type MigrationClass } from '@of/platform';
import { recoveryMigrations } from '@of/recovery';

/** The migrations of all rooms. */
export const roomMigrations: MigrationClass[] = [
  ...membershipMigrations,
  ...identityMigrations,
  ...consentMigrations,
  ...documentsMigrations,
  ...draftsMigrations,
  ...applicationsMigrations,
  ...lettersMigrations,
  ...approvalMigrations,
  ...recoveryMigrations,
  ...personalDataMigrations,
  ...notificationsMigrations,
];
