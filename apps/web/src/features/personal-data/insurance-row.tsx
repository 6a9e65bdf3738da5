import { CalendarClock, CircleCheck, CircleX } from 'lucide-react';
import type { Me } from '@of/api-client';
import { SummaryRow, Tag } from '@of/ui';
import { formatDay, m } from '@of/i18n';

/** The running cover: its state as icon and word, and its dates. */
export function InsuranceRow({ insurance }: { insurance: Me['insurance'] }) {
  if (!insurance) return null;
  const { status, from, to } = insurance;
  const dates =
    to === null
      ? m.data_insured_since({ from: formatDay(from) })
      : m.data_insured_period({ from: formatDay(from), to: formatDay(to) });
  return (
    <SummaryRow term={m.data_insurance()} origin={dates}>
      {status === 'active' && (
        <Tag kind="ok" icon={CircleCheck}>
          {m.data_insurance_active()}
        </Tag>
      )}
      {status === 'ending' && (
        <Tag kind="warn" icon={CalendarClock}>
          {m.data_insurance_ending()}
        </Tag>
      )}
      {status === 'ended' && <Tag icon={CircleX}>{m.data_insurance_ended()}</Tag>}
    </SummaryRow>
  );
}
