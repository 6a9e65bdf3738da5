import { Button, Section } from '@of/ui';
import { m } from '@of/i18n';
import { QrPicture } from '../devices/qr-picture';
import styles from './uploads.module.css';

/** The way from this screen to the camera in the member's hand. The address holds no secret: who opens it must be bound. */
export function PhoneHandover({ url, onClose }: { url: string; onClose: () => void }) {
  return (
    <Section title={m.uploads_phone_title()}>
      <div className="stack stack-12">
        <p>{m.uploads_phone_lead()}</p>
        <div className={styles.qr}>
          <QrPicture text={url} label={m.uploads_phone_label()} />
        </div>
        <p className={styles.address}>{url}</p>
        <div className="button-row">
          <Button look="quiet" isFlush onClick={onClose}>
            {m.uploads_phone_close()}
          </Button>
        </div>
      </div>
    </Section>
  );
}
