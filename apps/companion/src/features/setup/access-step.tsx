import { useState } from 'react';
import { useLocation, Link } from 'wouter';
import { Button, TextField, keepTogether } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { useSubmission } from '../../app/use-submission';
import { startBinding } from './api/setup.api';
import { keepBinding } from './setup-draft';
import { EntryFaults, StepForm } from './step-form';

const USERNAME = 'feld-benutzername';
const PASSWORD = 'feld-passwort';

export function AccessStep({ code }: { code: string }) {
  const [, navigate] = useLocation();
  const submission = useSubmission();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setIsShown] = useState(false);
  const faultOf = (fieldId: string) => EntryFaults.messageFor(submission.problem, fieldId);

  function submit(): void {
    const faults = [
      ...(username.trim() ? [] : [{ fieldId: USERNAME, message: m.app_access_username_missing() }]),
      ...(password ? [] : [{ fieldId: PASSWORD, message: m.app_access_password_missing() }]),
    ];
    if (faults.length > 0) return submission.refuse(new EntryFaults(faults));
    submission.run(async () => {
      keepBinding(await startBinding(username.trim(), password, code));
      navigate('/einrichten/verbinden');
    });
  }

  return (
    <StepForm
      step={2}
      back="/einrichten/code"
      title={m.app_access_title()}
      lead={m.app_access_lead()}
      submission={submission}
      sentence={problemSentence}
      submit={m.form_next()}
      onSubmit={submit}
    >
      <TextField
        id={USERNAME}
        name="username"
        label={m.app_access_username()}
        hint={keepTogether(m.app_access_username_hint())}
        value={username}
        onChange={setUsername}
        error={faultOf(USERNAME)}
        errorPrefix={m.title_error()}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
      <TextField
        id={PASSWORD}
        name="password"
        label={m.app_access_password()}
        type={isShown ? 'text' : 'password'}
        value={password}
        onChange={setPassword}
        error={faultOf(PASSWORD)}
        errorPrefix={m.title_error()}
        autoComplete="current-password"
        autoCapitalize="none"
        maxLength={1000}
        beside={
          <Button look="second" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? m.form_hide() : m.form_show()}
            <span className="vh">: {m.app_access_password()}</span>
          </Button>
        }
        below={
          <p className="small">
            <Link href="/einrichten/code">{m.app_access_new_code()}</Link>
          </p>
        }
      />
    </StepForm>
  );
}
