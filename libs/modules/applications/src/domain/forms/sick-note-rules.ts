/** Newest first. § 49 Abs. 1 Nr. 5 SGB V: sick pay rests unless the incapacity is reported within a week of its start. */
const dated = [{ since: '2021-01-01', noticeDays: 7 }] as const;

/** Days from the first day of incapacity within which the insurer must know. */
export function noticeDaysOn(day: string): number {
  return (dated.find(({ since }) => since <= day) ?? dated[0]).noticeDays;
}
