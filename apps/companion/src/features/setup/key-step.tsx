import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { m } from '@of/i18n';
import { takeOver } from '../accounts/device-state';
import { bindDevice } from './api/setup.api';
import { NewKey } from './new-key';
import { clearDraft, type setupDraft } from './setup-draft';

/** Binds this device with the letter's code. */
export function KeyStep({ binding }: { binding: NonNullable<ReturnType<typeof setupDraft>['binding']> }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  return (
    <NewKey
      step={3}
      back="/einrichten/zugang"
      title={m.app_key_title()}
      lead={m.app_key_lead()}
      readOptions={() => Promise.resolve(binding.publicKey)}
      onKey={async (name, credential) => {
        const session = await bindDevice(binding.bindingId, name, credential);
        takeOver(client, session);
        navigate('/einrichten/fertig', { replace: true });
        clearDraft();
      }}
    />
  );
}
