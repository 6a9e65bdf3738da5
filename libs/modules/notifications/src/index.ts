import { Notifications1700000450000 } from './persistence/migrations/1700000450000-notifications';

export { NotificationsJobsModule } from './notifications.module';

export const notificationsMigrations = [Notifications1700000450000];
