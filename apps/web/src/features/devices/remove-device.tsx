import { useMutation } from '@tanstack/react-query';
import type { Device } from '@of/api-client';
import { Button, Note, Section } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { keepDraft } from '../approval/change-draft';
import { useGoToApproval } from '../approval/use-repeat';
import { requestDeviceRemoval } from './api/devices.api';

/** Takes a device out, once that was released on one. */
export function RemoveDevice({ device: { id, name }, isLast }: { device: Device; isLast: boolean }) {
  const goToApproval = useGoToApproval();
  const remove = useMutation({
    mutationFn: () => requestDeviceRemoval(id),
    onSuccess: async (approval) => {
      keepDraft('device-removal', { values: { name }, request: () => requestDeviceRemoval(id) });
      await goToApproval(approval);
    },
  });
  return (
    <Section title={m.device_remove()}>
      <div className="stack">
        <p>{isLast ? m.device_remove_last() : m.device_remove_text()}</p>
        {remove.error && (
          <Note kind="error" role="alert">
            <p>{problemSentence(remove.error)}</p>
          </Note>
        )}
        <div className="button-row">
          <Button look="danger" isBusy={remove.isPending} busyLabel={m.form_sending()} onClick={() => remove.mutate()}>
            {m.device_remove()}
          </Button>
        </div>
      </div>
    </Section>
  );
}
