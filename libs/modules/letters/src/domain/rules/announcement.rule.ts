import type { DateOnly } from '@of/kernel';
import { isWorkingDay } from '../working-days';

/** When a decision counts as announced and until when it can be objected to; in force from a day on. */
interface AnnouncementRules {
  readonly since: string;
  /** Day after the notice was sent on which the decision counts as announced, weekends included. */
  readonly announcedOnDay: number;
  readonly objectionMonths: { readonly atHome: number; readonly abroad: number; readonly withoutInstruction: number };
}

/**
 * Newest first.
 * Announced on the fourth day since 2025, before that on the third: § 37 (2), (2a) SGB X, as amended by the act that
 * modernised postal law (PostModG, in force on 1 January 2025). Objection: § 84 (1) SGG, one month, three months when it is
 * announced abroad; § 66 (2) SGG, one year where the decision does not say how to object.
 */
const dated: readonly AnnouncementRules[] = [
  { since: '2025-01-01', announcedOnDay: 4, objectionMonths: { atHome: 1, abroad: 3, withoutInstruction: 12 } },
  { since: '1900-01-01', announcedOnDay: 3, objectionMonths: { atHome: 1, abroad: 3, withoutInstruction: 12 } },
];

function rulesOn(day: DateOnly): AnnouncementRules {
  const text = day.toString();
  return dated.find(({ since }) => since <= text) as AnnouncementRules;
}

/** What the legal dates of a decision follow from. Days are days in Germany. */
export interface Announcement {
  /** Day on which the notice was sent that something lies in the postbox; null while none was. */
  readonly notifiedOn: DateOnly | null;
  /** Day on which the member first opened it; null while nobody did. */
  readonly openedOn: DateOnly | null;
  readonly isAbroad: boolean;
  /** Whether it says how to object. */
  readonly hasInstruction: boolean;
}

export interface LegalDates {
  readonly announcedOn: DateOnly;
  readonly objectionUntil: DateOnly;
}

/** Saturday, Sunday or nationwide holiday: the period ends with the next working day (§ 26 (3) SGB X, § 193 BGB). */
function movedToWorkingDay(day: DateOnly): DateOnly {
  let moved = day;
  while (!isWorkingDay(moved)) moved = moved.addDays(1);
  return moved;
}

/**
 * The day on which a decision counts as announced, weekend or not, and the last day of the period for an objection. The day
 * of the announcement does not count, and the period ends on the day of the same number, or the month's last where there is
 * none (§§ 187 (1), 188 (2), (3) BGB). Without a notice the decision counts from the day on which it was opened (§ 37 (2a)
 * SGB X); until then it is not announced.
 *
 * Holidays of single states are left out: they would only make the period longer, never shorter.
 */
export function legalDates({ notifiedOn, openedOn, isAbroad, hasInstruction }: Announcement): LegalDates | null {
  const announcedOn = notifiedOn ? notifiedOn.addDays(rulesOn(notifiedOn).announcedOnDay) : openedOn;
  if (!announcedOn) return null;
  const { atHome, abroad, withoutInstruction } = rulesOn(announcedOn).objectionMonths;
  const months = hasInstruction ? (isAbroad ? abroad : atHome) : withoutInstruction;
  return { announcedOn, objectionUntil: movedToWorkingDay(announcedOn.addMonths(months)) };
}
