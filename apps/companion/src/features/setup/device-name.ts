import { m } from '@of/i18n';
import { isAppleTouch } from '../../app/install';

/** A name for a start: what kind of device it is. */
export function suggestDeviceName({ userAgent, maxTouchPoints } = navigator): string {
  if (/iPhone/.test(userAgent)) return m.app_device_iphone();
  if (isAppleTouch({ userAgent, maxTouchPoints } as Navigator)) return m.app_device_ipad();
  if (/Android/.test(userAgent))
    return /Mobile/.test(userAgent) ? m.app_device_android() : m.app_device_android_tablet();
  if (/Macintosh/.test(userAgent)) return m.app_device_mac();
  return /Windows/.test(userAgent) ? m.app_device_windows() : m.app_device_other();
}
