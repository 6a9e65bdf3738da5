import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { classes } from '@of/ui';
import { m } from '@of/i18n';
import { Countdown } from '../features/session/countdown';
import { useBranding } from './branding';
import styles from './footer.module.css';
import { setTheme, themes, useTheme, type Theme } from './theme';

function themeName(theme: Theme): string {
  if (theme === 'system') return m.shell_theme_system();
  return theme === 'light' ? m.shell_theme_light() : m.shell_theme_dark();
}

export function Footer({ hasSession }: { hasSession: boolean }) {
  const branding = useBranding();
  const current = useTheme();
  return (
    <footer className={classes(styles.footer, hasSession && styles.withSession)}>
      <div className="wrap">
        <nav aria-label={m.shell_footer_nav()}>
          <ul>
            <li>
              <Link to="/hilfe">{m.shell_help_contact()}</Link>
            </li>
            <li>
              <Link to="/impressum">{m.shell_imprint()}</Link>
            </li>
            <li>
              <Link to="/nutzungsbedingungen">{m.shell_terms()}</Link>
            </li>
            <li>
              <Link to="/datenschutz-portal">{m.shell_privacy()}</Link>
            </li>
            {branding && (
              <li>
                <a href={branding.privacyStatementUrl} rel="noreferrer">
                  {m.shell_privacy_insurer({ insurer: branding.insurerName })}
                  <ExternalLink aria-hidden />
                </a>
              </li>
            )}
            <li>
              <Link to="/barrierefreiheit">{m.shell_accessibility()}</Link>
            </li>
            <li>
              <Link to="/leichte-sprache">{m.shell_simple_language()}</Link>
            </li>
          </ul>
        </nav>
        <div className={styles.footerEnd}>
          <fieldset className={styles.themes}>
            <legend>{m.shell_theme()}</legend>
            {themes.map((theme) => (
              <label key={theme}>
                <input type="radio" name="darstellung" checked={theme === current} onChange={() => setTheme(theme)} />
                {themeName(theme)}
              </label>
            ))}
          </fieldset>
          <div className={styles.countdown}>
            <Countdown />
          </div>
        </div>
      </div>
    </footer>
  );
}
