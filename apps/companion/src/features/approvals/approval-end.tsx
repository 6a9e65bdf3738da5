import type { ComponentType } from 'react';
import { Check, Clock, ShieldAlert, X, type LucideProps } from 'lucide-react';
import { Link } from 'wouter';
import { buttonClass, classes } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { actOf } from './acts';
import type { DeviceApproval } from './api/approvals.api';
import styles from './decide.module.css';

export type End = 'approved-login' | 'approved-change' | 'declined' | 'not-me' | 'closed' | 'expired';

interface EndText {
  icon: ComponentType<LucideProps>;
  look?: string;
  title: () => string;
  text: () => string;
  hint?: () => string;
}

const ends: Record<End, EndText> = {
  'approved-login': {
    icon: Check,
    look: styles.ok,
    title: m.app_end_approved_title,
    text: m.app_end_approved_login,
    hint: m.app_end_close,
  },
  'approved-change': {
    icon: Check,
    look: styles.ok,
    title: m.app_end_approved_title,
    text: m.app_end_approved_change,
    hint: m.app_end_close,
  },
  declined: { icon: X, title: m.app_end_declined_title, text: m.app_end_declined_text },
  'not-me': {
    icon: ShieldAlert,
    look: styles.warn,
    title: m.app_end_declined_title,
    text: m.app_end_not_me_text,
    hint: m.app_end_not_me_plain,
  },
  closed: { icon: Clock, title: m.app_end_closed_title, text: m.app_end_closed_text },
  expired: { icon: Clock, title: m.app_end_expired_title, text: m.app_end_expired_text },
};

/** How it ended, whether anything has changed, and what comes next. */
export function ApprovalEnd({ end, approval }: { end: End; approval?: DeviceApproval }) {
  const { icon: Icon, look, title, text, hint } = ends[end];
  return (
    <div className="stack">
      <span className={classes(styles.sign, look)}>
        <Icon aria-hidden />
      </span>
      <PageHeading above={approval && actOf(approval).name()}>{title()}</PageHeading>
      <p>{text()}</p>
      {hint && <p>{hint()}</p>}
      {end === 'not-me' && <HelpLine />}
      <div className="fill">
        <Link href="/" className={buttonClass()}>
          {m.app_end_back()}
        </Link>
      </div>
    </div>
  );
}
