import { SummaryList, SummaryRow } from '@of/ui';
import { m } from '@of/i18n';

/** What stays on file after an account was deleted, each with its reason. */
export function KeptData() {
  const kept: [string, string][] = [
    [m.deletion_kept_insurance(), m.deletion_kept_insurance_why()],
    [m.deletion_kept_changes(), m.deletion_kept_changes_why()],
    [m.deletion_kept_letters(), m.deletion_kept_letters_why()],
    [m.deletion_kept_log(), m.deletion_kept_log_why()],
  ];
  return (
    <SummaryList>
      {kept.map(([what, why]) => (
        <SummaryRow key={what} term={what}>
          {why}
        </SummaryRow>
      ))}
    </SummaryList>
  );
}
