/** Columns of the staging tables in the order in which the encoder writes them. */
const personColumns = [
  ['line', 'int'],
  ['id', 'uuid'],
  ['external_id', 'text'],
  ['kvnr', 'text'],
  ['given_name', 'text'],
  ['family_name', 'text'],
  ['date_of_birth', 'date'],
  ['email', 'text'],
  ['phone', 'text'],
  ['street', 'text'],
  ['house_number', 'text'],
  ['postal_code', 'text'],
  ['city', 'text'],
  ['country', 'text'],
  ['iban_sealed', 'bytea'],
  ['iban_last_four', 'text'],
  ['account_holder', 'text'],
  ['imported_identity', 'bytea'],
  ['imported_contact', 'bytea'],
  ['imported_address', 'bytea'],
  ['imported_bank_account', 'bytea'],
  ['imported_cover', 'bytea'],
] as const;

const periodColumns = [
  ['id', 'uuid'],
  ['starts_on', 'date'],
  ['ends_on', 'date'],
  ['kind', 'text'],
  ['main_member_external_id', 'text'],
] as const;

const define = (columns: readonly (readonly [string, string])[]) =>
  columns.map((column) => column.join(' ')).join(', ');

/** Private to the connection and never logged to disk as WAL; gone with the connection. */
export const createStaging = `
  CREATE TEMP TABLE staged_member (${define(personColumns)});
  CREATE TEMP TABLE staged_period (${define(periodColumns)})`;
export const emptyStaging = `TRUNCATE staged_member, staged_period`;
export const copyMembers = `COPY staged_member FROM STDIN`;
export const copyPeriods = `COPY staged_period FROM STDIN`;
/** Fresh temporary tables have no statistics, and nobody else gathers them. Only the columns of joins matter. */
export const analyzeStaging = `ANALYZE staged_member (id, external_id), staged_period (id)`;
