import { DataExport1700000530001 } from './persistence/migrations/1700000530001-data-export';
import { PersonalData1700000460001 } from './persistence/migrations/1700000460001-personal-data';
import { ChangeOfFamily1700000510001 } from './persistence/migrations/1700000510001-change-of-family';

export { ReadPerson, type PersonData } from './application/read-person.query';
export { InsuredPersonResponse } from './http/dto/persons.dto';
export { PersonalDataJobsModule, PersonalDataModule, personalDataSchedules } from './personal-data.module';

export const personalDataMigrations = [PersonalData1700000460001, ChangeOfFamily1700000510001, DataExport1700000530001];
