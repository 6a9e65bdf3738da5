import { Link } from '@tanstack/react-router';
import { ApiProblem } from '@of/api-client';
import { Note, Section } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { ChangeLines, type ChangeLine } from '../approval/change-lines';

interface CheckChangeProps {
  title: string;
  lines: readonly ChangeLine[];
  path: '/daten/anschrift' | '/daten/konto';
  onSend: () => Promise<void>;
}

/** Old and new side by side, right before it is asked for. */
export function CheckChange({ title, lines, path, onSend }: CheckChangeProps) {
  const apiForm = useApiForm({ defaultValues: {}, send: onSend });
  return (
    <FormShell apiForm={apiForm} describeProblem={(error) => <ChangeRefusal error={error} />}>
      <PageHeading
        title={`${m.change_check_title()} – ${title}`}
        lead={m.change_check_lead()}
        hasError={hasRefusal(apiForm)}
      >
        {m.change_check_title()}
      </PageHeading>
      <div className="narrow">
        <Section
          title={m.change_yours()}
          aside={
            <Link to={path} search={{ schritt: undefined }}>
              {m.form_change()}
              <span className="vh">: {title}</span>
            </Link>
          }
        >
          <ChangeLines lines={lines} />
        </Section>
      </div>
      <div className="narrow">
        <Note>
          <p>{m.change_check_device()}</p>
        </Note>
      </div>
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{title}</SubmitButton>
      </div>
      <HelpLine />
    </FormShell>
  );
}

function ChangeRefusal({ error }: { error: unknown }) {
  const needsDevice = error instanceof ApiProblem && error.code === 'second-factor-required';
  return (
    <>
      <p>{problemSentence(error)}</p>
      {needsDevice && (
        <p>
          <Link to="/daten/zugang/geraet">{m.home_device_act()}</Link>
        </p>
      )}
    </>
  );
}
