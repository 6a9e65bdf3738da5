import { Link, useNavigate } from '@tanstack/react-router';
import { m } from '@of/i18n';
import { useSearchText } from '../../app/address';
import { WizardBar } from '../../app/wizard-bar';
import { DoneStep } from './done-step';
import { PasswordStep } from './password-step';
import { PersonStep } from './person-step';
import { reachableStep, registrationDraft, registrationSteps, type RegistrationStep } from './registration-draft';
import { ReadyStep } from './ready-step';
import { SendStep } from './send-step';

/** Register: one matter a page, and the browser's own Back leads through the steps. */
export function RegistrationPage() {
  const schritt = useSearchText('schritt');
  const navigate = useNavigate();
  const step = reachableStep(schritt, registrationDraft());
  const position = registrationSteps.indexOf(step);
  const goTo = (next: RegistrationStep) => () =>
    void navigate({ to: '/registrieren', search: { schritt: next }, replace: next === 'fertig' });
  const before = registrationSteps[position - 1];
  return (
    <>
      <WizardBar
        name={m.shell_register()}
        step={{ current: position + 1, total: registrationSteps.length }}
        renderBack={
          step === 'fertig'
            ? undefined
            : (content, className) =>
                before ? (
                  <Link className={className} to="/registrieren" search={{ schritt: before }}>
                    {content}
                  </Link>
                ) : (
                  <Link className={className} to="/">
                    {content}
                  </Link>
                )
        }
      />
      <div className="wrap" key={step}>
        {step === 'bereit' && <ReadyStep />}
        {step === 'person' && <PersonStep onDone={goTo('passwort')} />}
        {step === 'passwort' && <PasswordStep onDone={goTo('absenden')} />}
        {step === 'absenden' && <SendStep onDone={goTo('fertig')} />}
        {step === 'fertig' && <DoneStep />}
      </div>
    </>
  );
}
