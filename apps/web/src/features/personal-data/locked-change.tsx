import { Link } from '@tanstack/react-router';
import { Smartphone } from 'lucide-react';
import { LockedNote, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';

interface LockedChangeProps {
  title: string;
  /** What is locked, and why; without it, a change of one's data. */
  words?: { what: string; why: string };
  /** Where one came from. */
  back?: string;
}

/** A protected matter without a second factor: why it is locked, and the way there. */
export function LockedChange({ title, words, back = '/daten' }: LockedChangeProps) {
  return (
    <>
      <WizardBar
        name={title}
        renderBack={(content, className) => (
          <Link className={className} to={back}>
            {content}
          </Link>
        )}
      />
      <div className="wrap stack stack-32">
        <PageHeading>{title}</PageHeading>
        <div className="narrow">
          <LockedNote title={words?.what ?? m.change_locked_title()} lead={m.change_locked_lead()}>
            <p>{words?.why ?? m.data_locked_why()}</p>
            <div className="button-row">
              <Link className={buttonClass()} to="/daten/zugang/geraet">
                <Smartphone aria-hidden />
                {m.home_device_act()}
              </Link>
            </div>
          </LockedNote>
        </div>
        <HelpLine />
      </div>
    </>
  );
}
