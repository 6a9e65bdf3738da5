import { useQueryClient } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { Button, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { forgetAccount, useAccounts } from './account-list';
import styles from './accounts.module.css';
import { takeOver, type Block } from './device-state';

const texts: Record<Block, { title: () => string; text: () => string }> = {
  'device-suspended': { title: m.app_blocked_suspended_title, text: m.app_blocked_suspended_text },
  'device-removed': { title: m.app_blocked_removed_title, text: m.app_blocked_removed_text },
  'account-locked': { title: m.app_blocked_account_title, text: m.app_blocked_account_text },
};

interface BlockedPageProps {
  block: Block;
  /** The account that is meant, where it is known. */
  deviceId?: string | null;
  onForgotten?: () => void;
}

/** No unlocking helps here: what happened, and the ways out. */
export function BlockedPage({ block, deviceId = null, onForgotten }: BlockedPageProps) {
  const client = useQueryClient();
  const accounts = useAccounts();
  const [, navigate] = useLocation();
  // With a single account there is no doubt which one is meant.
  const blocked = deviceId ?? (accounts.length === 1 ? (accounts[0]?.deviceId ?? null) : null);
  const { title, text } = texts[block];

  function forget(id: string): void {
    forgetAccount(id);
    takeOver(client, null);
    onForgotten?.();
    navigate('/konten');
  }

  return (
    <div className="stack">
      <LockKeyhole aria-hidden className={styles.sign} />
      <PageHeading lead={text()}>{title()}</PageHeading>
      <HelpLine />
      <div className="stack stack-12">
        {block !== 'account-locked' && (
          <Link href="/einrichten" className={buttonClass()}>
            {m.app_blocked_setup()}
          </Link>
        )}
        {blocked && (
          <Button look="second" onClick={() => forget(blocked)}>
            {m.app_blocked_forget()}
          </Button>
        )}
        <Link href="/konten" className={buttonClass({ look: 'quiet' })}>
          {m.app_accounts_title()}
        </Link>
      </div>
    </div>
  );
}
