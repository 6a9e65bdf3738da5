import { DateOnly } from './date-only';

/** The time of day, as a port: rules ask it, tests set it. Deadlines stored in the database are judged by its clock. */
export abstract class Clock {
  abstract now(): Date;

  /** The calendar day in Germany. */
  today(): DateOnly {
    return DateOnly.fromInstant(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
