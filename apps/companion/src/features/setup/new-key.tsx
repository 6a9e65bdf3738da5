import { useState } from 'react';
import {
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { TextField } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { useSubmission } from '../../app/use-submission';
import { suggestDeviceName } from './device-name';
import { EntryFaults, StepForm } from './step-form';
import { isKnownDevice, isUnconfirmed, isWithoutLock } from './webauthn-faults';

const FIELD = 'feld-geraetename';

interface NewKeyProps {
  step?: number;
  back: string;
  title: string;
  lead: string;
  /** Asked for right before the key is made. */
  readOptions: () => Promise<PublicKeyCredentialCreationOptionsJSON>;
  onKey: (name: string, credential: RegistrationResponseJSON) => Promise<void>;
}

/** Names the device and makes its key; the phone itself asks for fingerprint, face or PIN. */
export function NewKey({ step, back, title, lead, readOptions, onKey }: NewKeyProps) {
  const submission = useSubmission();
  const [name, setName] = useState(() => suggestDeviceName());

  function submit(): void {
    const wanted = name.trim();
    if (!wanted) return submission.refuse(new EntryFaults([{ fieldId: FIELD, message: m.app_key_name_missing() }]));
    submission.run(async () => onKey(wanted, await startRegistration({ optionsJSON: await readOptions() })));
  }

  return (
    <StepForm
      step={step}
      back={back}
      title={title}
      lead={lead}
      submission={submission}
      sentence={keySentence}
      submit={m.app_key_submit()}
      busy={m.app_key_waiting()}
      onSubmit={submit}
    >
      <TextField
        id={FIELD}
        label={m.app_key_name()}
        hint={m.app_key_name_hint()}
        value={name}
        onChange={setName}
        error={EntryFaults.messageFor(submission.problem, FIELD)}
        errorPrefix={m.title_error()}
        autoComplete="off"
        maxLength={60}
      />
    </StepForm>
  );
}

function keySentence(problem: unknown): string {
  if (isWithoutLock(problem)) return m.app_key_no_lock();
  if (isUnconfirmed(problem)) return m.app_key_cancelled();
  return isKnownDevice(problem) ? m.app_key_known() : problemSentence(problem);
}
