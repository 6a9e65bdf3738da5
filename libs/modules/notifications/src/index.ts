import { Notifications1700000450000 } from './persistence/migrations/1700000450000-notifications';
import { PushAndPreferences1700000450001 } from './persistence/migrations/1700000450001-push-and-preferences';

export { NotificationsJobsModule, NotificationsModule, notificationsSchedules } from './notifications.module';

export const notificationsMigrations = [Notifications1700000450000, PushAndPreferences1700000450001];
