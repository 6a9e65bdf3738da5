import { coverChanged } from '../../domain/membership.events';

/**
 * The set-based merge of the staged lines. Every statement works on the whole batch; those for existing people run only
 * where at least one line needs them.
 */

/** One import at a time: who owns a KVNR is decided on settled rows. */
export const lockMerge = `SELECT pg_advisory_xact_lock(7302)`;

/** Of several lines of one person the last one counts. */
export const dropSuperseded = `
  DELETE FROM staged_member s USING staged_member later
  WHERE later.external_id = s.external_id AND later.line > s.line`;

/**
 * People we do not know yet, with everything that belongs to them. A line whose KVNR or external id is already taken
 * stays behind; of two new people with one KVNR the first line gets it (lines are read in the order they came in).
 */
export const insertNew = `
  WITH created AS (
    INSERT INTO membership.insured_person (id, external_id, kvnr, given_name, family_name, date_of_birth, email, phone,
      imported_identity, imported_contact, imported_address, imported_bank_account, imported_cover)
    SELECT id, external_id, kvnr, given_name, family_name, date_of_birth, email, phone,
      imported_identity, imported_contact, imported_address, imported_bank_account, imported_cover
    FROM staged_member
    ON CONFLICT DO NOTHING
    RETURNING id
  ), addresses AS (
    INSERT INTO membership.address (insured_id, street, house_number, postal_code, city, country)
    SELECT id, street, house_number, postal_code, city, country FROM staged_member JOIN created USING (id)
  ), accounts AS (
    INSERT INTO membership.bank_account (insured_id, iban_sealed, iban_last_four, account_holder)
    SELECT id, iban_sealed, iban_last_four, account_holder FROM staged_member JOIN created USING (id)
    WHERE iban_sealed IS NOT NULL
  ), periods AS (
    INSERT INTO membership.insurance_period (insured_id, starts_on, ends_on, kind, main_member_external_id)
    SELECT id, starts_on, ends_on, kind, main_member_external_id FROM staged_period JOIN created USING (id)
  )
  SELECT count(*)::int AS created FROM created`;

/** People we know, with the groups in which the line differs from what the core system sent last. */
export const matchKnown = `
  CREATE TEMP TABLE matched ON COMMIT DROP AS
  SELECT s.id AS staged_id, p.id, s.line,
    p.imported_identity <> s.imported_identity AS identity,
    p.imported_identity <> s.imported_identity AND p.kvnr <> s.kvnr AS kvnr,
    p.imported_contact <> s.imported_contact AS contact,
    p.imported_address <> s.imported_address AS address,
    p.imported_bank_account <> s.imported_bank_account AS bank_account,
    p.imported_cover <> s.imported_cover AS cover
  FROM staged_member s JOIN membership.insured_person p USING (external_id)
  WHERE p.id <> s.id`;

/** Lines that are neither new nor known: their KVNR belongs to somebody else. */
export const leftBehind = `
  SELECT s.line FROM staged_member s
  WHERE NOT EXISTS (SELECT FROM membership.insured_person p WHERE p.external_id = s.external_id)`;

/** A known person may get another KVNR only if nobody has it and no earlier line claims it. */
export const refuseTakenKvnr = `
  DELETE FROM matched m USING staged_member s
  WHERE s.id = m.staged_id AND m.kvnr AND (
    EXISTS (SELECT FROM membership.insured_person o WHERE o.kvnr = s.kvnr AND o.id <> m.id)
    OR EXISTS (SELECT FROM staged_member e WHERE e.kvnr = s.kvnr AND e.line < s.line))
  RETURNING m.line`;

export const countMatched = `
  SELECT count(*)::int AS matched,
    count(*) FILTER (WHERE identity OR contact OR address OR bank_account OR cover)::int AS changed,
    count(*) FILTER (WHERE kvnr)::int AS kvnr,
    count(*) FILTER (WHERE address)::int AS address,
    count(*) FILTER (WHERE bank_account)::int AS bank_account,
    count(*) FILTER (WHERE cover)::int AS cover
  FROM matched`;

const changedLines = `matched m JOIN staged_member s ON s.id = m.staged_id`;

/**
 * $1: start of the run. Repeated lines of a person's first import are no change of address, nor is the core system's
 * confirmation of an address that is already in force.
 */
export const updatePeople = `
  UPDATE membership.insured_person p SET
    kvnr = CASE WHEN m.identity THEN s.kvnr ELSE p.kvnr END,
    given_name = CASE WHEN m.identity THEN s.given_name ELSE p.given_name END,
    family_name = CASE WHEN m.identity THEN s.family_name ELSE p.family_name END,
    date_of_birth = CASE WHEN m.identity THEN s.date_of_birth ELSE p.date_of_birth END,
    email = CASE WHEN m.contact THEN s.email ELSE p.email END,
    phone = CASE WHEN m.contact THEN s.phone ELSE p.phone END,
    address_changed_at = CASE
      WHEN m.address AND p.created_at < $1 AND EXISTS (
        SELECT FROM membership.current_address a WHERE a.insured_id = p.id
        AND (a.street, a.house_number, a.postal_code, a.city, a.country)
          <> (s.street, s.house_number, s.postal_code, s.city, s.country))
      THEN platform.now() ELSE p.address_changed_at END,
    imported_identity = s.imported_identity,
    imported_contact = s.imported_contact,
    imported_address = s.imported_address,
    imported_bank_account = s.imported_bank_account,
    imported_cover = s.imported_cover
  FROM ${changedLines}
  WHERE p.id = m.id AND (m.identity OR m.contact OR m.address OR m.bank_account OR m.cover)`;

/** The core system's word replaces the address in force and every dated one. */
export const updateAddresses = [
  `UPDATE membership.address a SET street = s.street, house_number = s.house_number, postal_code = s.postal_code,
     city = s.city, country = s.country
   FROM ${changedLines} WHERE m.address AND a.insured_id = m.id AND a.valid_from = '-infinity'`,
  `DELETE FROM membership.address a USING matched m
   WHERE m.address AND a.insured_id = m.id AND a.valid_from > '-infinity'`,
];

export const updateBankAccounts = [
  `DELETE FROM membership.bank_account b USING ${changedLines}
   WHERE m.bank_account AND s.iban_sealed IS NULL AND b.insured_id = m.id`,
  `INSERT INTO membership.bank_account (insured_id, iban_sealed, iban_last_four, account_holder)
   SELECT m.id, s.iban_sealed, s.iban_last_four, s.account_holder FROM ${changedLines}
   WHERE m.bank_account AND s.iban_sealed IS NOT NULL
   ON CONFLICT (insured_id) DO UPDATE SET iban_sealed = excluded.iban_sealed,
     iban_last_four = excluded.iban_last_four, account_holder = excluded.account_holder`,
];

export const updateCover = [
  `DELETE FROM membership.insurance_period i USING matched m WHERE m.cover AND i.insured_id = m.id`,
  `INSERT INTO membership.insurance_period (insured_id, starts_on, ends_on, kind, main_member_external_id)
   SELECT m.id, t.starts_on, t.ends_on, t.kind, t.main_member_external_id
   FROM matched m JOIN staged_period t ON t.id = m.staged_id WHERE m.cover`,
  // An update even of a row that is there: until the commit nobody takes the change with the periods of before.
  `INSERT INTO membership.cover_change SELECT m.id FROM matched m WHERE m.cover
   ON CONFLICT (insured_id) DO UPDATE SET insured_id = excluded.insured_id`,
  `INSERT INTO platform.outbox_event (id, name, payload) VALUES (gen_random_uuid(), '${coverChanged}', '{}')`,
];
