export { PersonalDataJobsModule, PersonalDataModule } from './personal-data.module';
