import { useQuery } from '@tanstack/react-query';
import { Section, SummaryList, SummaryRow } from '@of/ui';
import { m } from '@of/i18n';
import { childSicknessDaysQuery } from './api/child-sickness.api';

/** Whom a parent may still stay at home for, as far as it was applied for here. */
export function ChildSicknessDays({ personId }: { personId: string }) {
  // A help only: the form goes on without it.
  const { data: days } = useQuery(childSicknessDaysQuery(personId));
  if (!days) return null;
  return (
    <Section as="aside" title={m.child_days_title({ year: String(days.year) })}>
      <div className="stack stack-12">
        {days.children.length === 0 ? (
          <p>{m.child_days_none()}</p>
        ) : (
          <SummaryList>
            {days.children.map(({ insuredId, givenName, appliedFor, left }) => (
              <SummaryRow
                key={insuredId}
                term={givenName}
                act={<strong>{m.child_days_left({ count: String(left) })}</strong>}
                origin={m.child_days_applied({ count: String(appliedFor) })}
              >
                {null}
              </SummaryRow>
            ))}
            {days.children.length > 1 && (
              <SummaryRow
                term={m.child_days_all()}
                act={<strong>{m.child_days_left({ count: String(days.left) })}</strong>}
                origin={m.child_days_of({ applied: String(days.appliedFor), most: String(days.most) })}
              >
                {null}
              </SummaryRow>
            )}
          </SummaryList>
        )}
        {days.isSingleParent && <p className="small muted">{m.child_days_alone()}</p>}
        <p className="small muted">{m.child_days_scope()}</p>
      </div>
    </Section>
  );
}
