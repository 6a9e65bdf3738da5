import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Smartphone } from 'lucide-react';
import { LockedNote, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { unreadPostQuery } from './api/postbox.api';

/** The postbox without a second factor: whether something is there, why it is locked, and the way in. */
export function LockedPostbox({ personId }: { personId: string }) {
  const count = useQuery(unreadPostQuery(personId)).data ?? 0;
  const words =
    personId === 'me'
      ? { waiting: m.postbox_locked_waiting, nothing: m.postbox_locked_nothing, title: m.postbox_locked_title }
      : {
          waiting: m.postbox_locked_waiting_for,
          nothing: m.postbox_locked_nothing_for,
          title: m.postbox_locked_title_for,
        };
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={count > 0 ? words.waiting() : words.nothing()}>{m.postbox_title()}</PageHeading>
      <div className="narrow">
        <LockedNote title={words.title()} lead={m.postbox_locked_lead()}>
          <p>{m.postbox_locked_why()}</p>
          <div className="button-row">
            <Link className={buttonClass()} to="/daten/zugang/geraet">
              <Smartphone aria-hidden />
              {m.home_device_act()}
            </Link>
          </div>
          <p className="small">
            <Link to="/hilfe/$id" params={{ id: 'ohne-smartphone' }}>
              {m.data_locked_without()}
            </Link>
          </p>
        </LockedNote>
      </div>
      <HelpLine />
    </div>
  );
}
