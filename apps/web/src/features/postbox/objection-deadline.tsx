import { DateOnly } from '@of/kernel';
import { Leaf } from '@of/ui';
import { formatDay, formatDayShort, formatWeekday, m } from '@of/i18n';
import styles from './postbox.module.css';

const URGENT_DAYS = 7;

/** Days from today in Germany until a day: 0 on the day itself, negative once it is over. */
export function daysUntil(day: string, now: Date = new Date()): number {
  return DateOnly.fromInstant(now).daysUntil(DateOnly.parse(day));
}

/** The last day for an objection, as a date one can count on; once it is over, that it is. */
export function ObjectionDeadline({ until }: { until: string }) {
  const left = daysUntil(until);
  if (left < 0) return <p className="muted">{m.postbox_objection_over({ day: formatDay(until) })}</p>;
  const { day, month } = formatDayShort(until);
  return (
    <div className={styles.deadline}>
      <Leaf top={m.registration_until()} day={day} month={month} isUrgent={left <= URGENT_DAYS} />
      <p>
        {m.postbox_objection_until()} <strong>{formatWeekday(until)}</strong>
        <span className={styles.left}>{inWords(left)}</span>
      </p>
    </div>
  );
}

function inWords(days: number): string {
  if (days === 0) return m.postbox_objection_today();
  return days === 1 ? m.postbox_objection_tomorrow() : m.postbox_objection_days({ days: String(days) });
}
