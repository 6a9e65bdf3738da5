/**
 * One line of the audit trail. It holds no health data and no secrets: ids and bare facts only.
 */
export interface AuditEntry {
  /** Who acted: account id, `system` or a machine client id. */
  actor: string;
  /** Whose data it concerns (insured person id); `-` where nobody's. */
  subject: string;
  /** What was done, `<room>.<past fact>`, e.g. `registration.opened`. */
  act: string;
  /** Id of the thing acted on. */
  object?: string;
  result?: 'ok' | 'refused';
  /** Further bare facts, e.g. `{ purpose: 'registration' }`. */
  details?: Record<string, string | number | boolean | null>;
}
