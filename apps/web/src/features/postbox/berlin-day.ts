/** The calendar day in Germany of a point in time, `YYYY-MM-DD`. */
export function berlinDay(moment: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(moment));
}
