import { useEffect, useState } from 'react';
import { formatMoment, formatTime, m } from '@of/i18n';
import { serverNow } from '../../app/server-clock';

export function secondsUntil(moment: string): number {
  return Math.max(0, Math.ceil((Date.parse(moment) - serverNow()) / 1000));
}

/** Whole minutes, then steps of 20 seconds: calm, and never more than there is by a minute. */
export function timeLeft(seconds: number): string {
  if (seconds <= 0) return m.app_time_over();
  if (seconds >= 120) return m.app_time_minutes({ count: String(Math.floor(seconds / 60)) });
  if (seconds >= 60) return m.app_time_minute();
  return m.app_time_seconds({ count: String(Math.ceil(seconds / 20) * 20) });
}

export function useSecondsLeft(moment: string): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(moment));
  useEffect(() => {
    const tick = () => setSeconds(secondsUntil(moment));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return seconds;
}

/** "Heute, 14:02 Uhr", or the whole date. */
export function when(moment: string): string {
  const date = new Date(moment);
  const isToday = date.toDateString() === new Date(serverNow()).toDateString();
  return isToday ? m.app_time_today({ time: formatTime(date) }) : formatMoment(date);
}
