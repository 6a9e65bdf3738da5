import { DateOnly } from '@of/kernel';

type Holiday = { readonly month: number; readonly day: number } | { readonly daysAfterEaster: number };

/** Public holidays in all sixteen states. Source: holiday acts of the states; 3 October: unification treaty, art. 2 (2). */
const nationwide: readonly { readonly since: number; readonly holidays: readonly Holiday[] }[] = [
  {
    since: 1990,
    holidays: [
      { month: 1, day: 1 },
      { daysAfterEaster: -2 },
      { daysAfterEaster: 1 },
      { month: 5, day: 1 },
      { daysAfterEaster: 39 },
      { daysAfterEaster: 50 },
      { month: 10, day: 3 },
      { month: 12, day: 25 },
      { month: 12, day: 26 },
    ],
  },
];

const aMonday = DateOnly.parse('2024-01-01');

/** Easter Sunday of the Gregorian calendar (Gauss, with Lichtenberg's correction). */
function easterSunday(year: number): DateOnly {
  const century = Math.floor(year / 100);
  const shift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sunday = 2 - Math.floor((3 * century + 3) / 4);
  const golden = year % 19;
  const moonSeed = (19 * golden + shift) % 30;
  const correction = Math.floor((moonSeed + Math.floor(golden / 11)) / 29);
  const fullMoon = 21 + moonSeed - correction;
  const firstSunday = 7 - ((((year + Math.floor(year / 4) + sunday) % 7) + 7) % 7);
  const distance = 7 - ((((fullMoon - firstSunday) % 7) + 7) % 7);
  return DateOnly.parse(`${year}-03-01`).addDays(fullMoon + distance - 1);
}

function isHoliday(day: DateOnly): boolean {
  const holidays = nationwide.find(({ since }) => since <= day.year)?.holidays ?? [];
  const sinceEaster = easterSunday(day.year).daysUntil(day);
  return holidays.some((holiday) =>
    'daysAfterEaster' in holiday
      ? holiday.daysAfterEaster === sinceEaster
      : holiday.month === day.month && holiday.day === day.day,
  );
}

/** Monday to Friday, except nationwide holidays. */
export function isWorkingDay(day: DateOnly): boolean {
  const weekday = ((aMonday.daysUntil(day) % 7) + 7) % 7;
  return weekday < 5 && !isHoliday(day);
}

/** The day that lies this many working days after the given one. */
export function addWorkingDays(day: DateOnly, count: number): DateOnly {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = reached.addDays(1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}
