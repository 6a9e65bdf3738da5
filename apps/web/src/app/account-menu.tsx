import { useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import {
  ChevronDown,
  CircleQuestionMark,
  CircleUserRound,
  FileText,
  KeyRound,
  Languages,
  LogOut,
  UsersRound,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Popover } from 'react-aria-components/Popover';
import { Button } from '@of/ui';
import { m, useLanguage } from '@of/i18n';
import type { Session } from '@of/api-client';
import { formatCountdown } from '../features/session/session-deadline';
import { stayLoggedIn, useRemainingSeconds } from '../features/session/session-watch';
import { useLogOut } from '../features/session/use-log-out';
import { PersonLinks } from '../features/family/person-links';
import { useSwitchPerson } from '../features/family/use-switch-person';
import { LanguageLink } from './language-link';
import styles from './account-menu.module.css';

function MenuCountdown() {
  const seconds = useRemainingSeconds();
  return (
    <div className={styles.menuCountdown}>
      <p>
        <span>{m.session_countdown()}</span> <b>{formatCountdown(seconds)}</b>
      </p>
      <Button look="second" isSmall onClick={() => void stayLoggedIn().catch(() => undefined)}>
        {m.session_extend()}
      </Button>
    </div>
  );
}

export function AccountMenu({ session }: { session: Session }) {
  const [isOpen, setIsOpen] = useState(false);
  const logOut = useLogOut();
  const close = () => setIsOpen(false);
  const { switchTo, question } = useSwitchPerson();
  const language = useLanguage();
  const { person, nextStep } = session;
  const name = person ? `${person.givenName} ${person.familyName}` : m.shell_my_access();
  const header = useRef<HTMLDivElement>(null);
  return (
    <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-US'}>
      <div ref={header}>
        <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
          <AriaButton className={styles.accountButton}>
            <CircleUserRound aria-hidden />
            <span>
              {person ? person.givenName : name}
              {person && <span className={styles.family}> {person.familyName}</span>}
            </span>
            <ChevronDown aria-hidden />
          </AriaButton>
          <Popover
            UNSTABLE_portalContainer={header.current ?? undefined}
            placement="bottom end"
            offset={8}
            containerPadding={16}
            className={styles.menuPanel}
          >
            <Dialog aria-label={m.shell_account_menu()}>
              <p className={styles.menuLabel}>
                {m.shell_signed_in_as()}
                <b>{name}</b>
              </p>
              {nextStep === null && (
                <PersonLinks
                  className={styles.menuItem as string}
                  labelClass={styles.menuLabel as string}
                  onChoose={(personId) => {
                    close();
                    switchTo(personId);
                  }}
                />
              )}
              <hr />
              <MenuCountdown />
              <hr />
              <ul>
                {nextStep === null && (
                  <li>
                    <Link className={styles.menuItem} to="/familie" onClick={close}>
                      <UsersRound aria-hidden />
                      {m.family_title_short()}
                    </Link>
                  </li>
                )}
                {nextStep === null && (
                  <li>
                    <Link className={styles.menuItem} to="/daten/zugang" onClick={close}>
                      <KeyRound aria-hidden />
                      {m.shell_access()}
                    </Link>
                  </li>
                )}
                <li>
                  <Link className={styles.menuItem} to="/nutzungsbedingungen" onClick={close}>
                    <FileText aria-hidden />
                    {m.shell_terms()}
                  </Link>
                </li>
                <li>
                  <Link className={styles.menuItem} to="/datenschutz-portal" onClick={close}>
                    <FileText aria-hidden />
                    {m.shell_privacy()}
                  </Link>
                </li>
                <li>
                  <Link className={styles.menuItem} to="/hilfe" onClick={close}>
                    <CircleQuestionMark aria-hidden />
                    {m.shell_help_contact()}
                  </Link>
                </li>
                <li className={styles.menuItem}>
                  <Languages aria-hidden />
                  <LanguageLink id="sprache-konto" onSwitch={close} />
                </li>
                <li>
                  <button type="button" className={styles.menuItem} onClick={() => void logOut()}>
                    <LogOut aria-hidden />
                    {m.session_log_out()}
                  </button>
                </li>
              </ul>
            </Dialog>
          </Popover>
        </DialogTrigger>
        {question}
      </div>
    </I18nProvider>
  );
}
