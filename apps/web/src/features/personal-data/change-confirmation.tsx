import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { Approval, Change } from '@of/api-client';
import { Button, Note, Section, Sheet, Steps, SummaryList, SummaryRow, buttonClass } from '@of/ui';
import { berlinDay, formatDay, formatMoment, m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';
import { acts } from '../approval/acts';
import { ChangeLines } from '../approval/change-lines';
import { ReleasedTag } from '../approval/released';
import { changesQuery } from './api/personal-data.api';

interface ConfirmationProps {
  approval: Approval;
  action: 'address-change' | 'bank-account-change';
}

/** The record of a change: its reference, what it was, what happens next and when. Prints on one page. */
export function ChangeConfirmation({ approval, action }: ConfirmationProps) {
  const changes = useQuery(changesQuery).data;
  const change = changes?.find(({ approvalId }) => approvalId === approval.id);
  const isAddress = action === 'address-change';
  const isAhead = change !== undefined && change.appliesFrom > berlinDay(change.createdAt);
  return (
    <>
      <WizardBar name={acts[action].name()} step={{ current: 4, total: 4 }} />
      <div className="wrap stack stack-32">
        <PageHeading above={<ReleasedTag />} lead={leadOf(isAhead, change)}>
          {titleOf(isAddress, isAhead)}
        </PageHeading>
        <div className="columns">
          <div className="stack stack-32">
            <Sheet>
              <SummaryList>
                {change && (
                  <SummaryRow term={m.change_reference()} origin={m.change_reference_hint()}>
                    <strong className="num">{change.reference}</strong>
                  </SummaryRow>
                )}
                {change && <SummaryRow term={m.change_made()}>{formatMoment(change.createdAt)}</SummaryRow>}
                {change && !isAddress && (
                  <SummaryRow term={m.address_valid_from()}>{formatDay(change.appliesFrom)}</SummaryRow>
                )}
              </SummaryList>
              <ChangeLines lines={approval.lines} />
            </Sheet>
            {change?.payoutsHeldUntil && (
              <Note kind="warn">
                <p>{m.bank_held({ moment: formatMoment(change.payoutsHeldUntil) })}</p>
              </Note>
            )}
            <div className="button-row no-print">
              <Button look="second" onClick={() => print()}>
                <Printer aria-hidden />
                {m.change_print()}
              </Button>
              <Link className={buttonClass({ look: 'quiet' })} to="/daten">
                {m.approval_to_my_data()}
              </Link>
            </div>
          </div>
          <Section as="aside" title={m.change_next()}>
            <div className="stack">
              <Steps items={[m.change_next_core(), nextOf(isAddress, change)]} />
              <p className="muted">{m.change_next_told()}</p>
              <HelpLine />
            </div>
          </Section>
        </div>
      </div>
    </>
  );
}

function nextOf(isAddress: boolean, change: Change | undefined): string {
  if (isAddress) return m.address_next_letters();
  return change?.payoutsHeldUntil ? m.bank_next_payout_held() : m.bank_next_payout();
}

function titleOf(isAddress: boolean, isAhead: boolean): string {
  if (!isAddress) return m.bank_done_title();
  return isAhead ? m.address_planned_title() : m.address_done_title();
}

function leadOf(isAhead: boolean, change: Change | undefined): string {
  return isAhead && change ? m.change_applies_from({ date: formatDay(change.appliesFrom) }) : m.approval_done_lead();
}
