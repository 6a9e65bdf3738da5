import { DataExport1700000530001 } from './persistence/migrations/1700000530001-data-export';
import { PersonalData1700000460001 } from './persistence/migrations/1700000460001-personal-data';

export { PersonalDataJobsModule, PersonalDataModule, personalDataSchedules } from './personal-data.module';

export const personalDataMigrations = [PersonalData1700000460001, DataExport1700000530001];
