import type { ComponentType } from 'react';
import { Check, CircleSlash, Clock, Hourglass, X, type LucideProps } from 'lucide-react';
import { m } from '@of/i18n';
import { actOf, browserOf } from './acts';
import type { DeviceApproval } from './api/approvals.api';
import styles from './start-page.module.css';
import { when } from './time-left';

const statuses: Record<
  DeviceApproval['status'],
  { icon: ComponentType<LucideProps>; look?: string; word: () => string }
> = {
  pending: { icon: Hourglass, word: m.app_status_pending },
  approved: { icon: Check, look: styles.approved, word: m.app_status_approved },
  declined: { icon: X, look: styles.declined, word: m.app_status_declined },
  expired: { icon: Clock, word: m.app_status_expired },
  cancelled: { icon: CircleSlash, word: m.app_status_cancelled },
};

/** What was decided, newest first: icon and word, the act, when and from where. */
export function PastApprovals({ items }: { items: readonly DeviceApproval[] }) {
  return (
    <ul className={styles.past}>
      {items.map((approval) => {
        const { icon: Icon, look, word } = statuses[approval.status];
        return (
          <li key={approval.id}>
            <Icon aria-hidden className={look} />
            <div className={styles.what}>
              <span>
                {actOf(approval).name()} – {word()}
              </span>
              <span className="small muted">{when(approval.decidedAt ?? approval.createdAt)}</span>
              <span className="small muted">{browserOf(approval)}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
