export { OF_AGE, OWN_ACCOUNT_AGE } from './ages';
export { Clock, SystemClock } from './clock';
export { DateOnly, type DateFault } from './date-only';
export {
  DomainError,
  ValidationError,
  type DomainErrorDetails,
  type DomainErrorKind,
  type ErrorParams,
  type FieldError,
} from './domain-error';
export { Iban, type IbanFault } from './iban';
export { newId, parseId, type Id } from './ids';
export { Kvnr, type KvnrFault } from './kvnr';
export { Money } from './money';
export { type Parsed } from './parsed';
export { PostalCode, type PostalCodeFault } from './postal-code';
export { newReference } from './reference';
