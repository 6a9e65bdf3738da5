export { m } from './paraglide/messages';
export {
  berlinDay,
  formatBerlinTime,
  formatDay,
  formatMoment,
  formatPeriod,
  formatDayShort,
  formatTime,
  formatWeekday,
} from './dates';
export { language, languages, setLanguage, useLanguage, type Language } from './language';
