import { PersonalData1700000460001 } from './persistence/migrations/1700000460001-personal-data';

export { PersonalDataJobsModule, PersonalDataModule } from './personal-data.module';

export const personalDataMigrations = [PersonalData1700000460001];
