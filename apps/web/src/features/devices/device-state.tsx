import { CircleCheck, Lock } from 'lucide-react';
import type { Device } from '@of/api-client';
import { Tag } from '@of/ui';
import { m } from '@of/i18n';

/** Whether a device can release something, as icon and word. */
export function DeviceState({ device }: { device: Device }) {
  return device.state === 'active' ? (
    <Tag kind="ok" icon={CircleCheck}>
      {m.devices_active()}
    </Tag>
  ) : (
    <Tag kind="warn" icon={Lock}>
      {m.devices_suspended()}
    </Tag>
  );
}
