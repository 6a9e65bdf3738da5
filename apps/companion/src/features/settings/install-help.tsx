import { Button } from '@of/ui';
import { m } from '@of/i18n';
import { isAppleTouch, isInstalled, useInstallOffer } from '../../app/install';
import styles from './settings.module.css';

/** How this page becomes an app: by the browser's own offer, or step by step. */
export function InstallHelp() {
  const install = useInstallOffer();
  if (isInstalled()) return <p>{m.app_settings_install_done()}</p>;
  return (
    <div className="stack stack-12">
      <p>{m.app_settings_install_text()}</p>
      {install ? (
        <div className="fill">
          <Button look="second" onClick={install}>
            {m.app_settings_install_button()}
          </Button>
        </div>
      ) : isAppleTouch() ? (
        <ol className={styles.steps}>
          <li>{m.app_settings_install_ios_1()}</li>
          <li>{m.app_settings_install_ios_2()}</li>
          <li>{m.app_settings_install_ios_3()}</li>
        </ol>
      ) : (
        <p className="muted small">{m.app_settings_install_other()}</p>
      )}
    </div>
  );
}
