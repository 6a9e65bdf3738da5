import { Link } from '@tanstack/react-router';
import { IdCard, KeyRound, Mail } from 'lucide-react';
import { Note, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import styles from './registration.module.css';

export function ReadyStep() {
  const needs = [
    { icon: IdCard, title: m.registration_need_card(), text: m.registration_need_card_text() },
    { icon: KeyRound, title: m.registration_need_password(), text: m.registration_need_password_text() },
    { icon: Mail, title: m.registration_need_letter(), text: m.registration_need_letter_text() },
  ];
  return (
    <div className="stack stack-32">
      <PageHeading title={`${m.registration_ready_title()} – ${m.shell_register()}`} lead={m.registration_ready_lead()}>
        {m.registration_ready_title()}
      </PageHeading>
      <ul className={styles.needs}>
        {needs.map(({ icon: Icon, title, text }) => (
          <li key={title}>
            <Icon aria-hidden />
            <div>
              <h2>{title}</h2>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
      <div className="narrow">
        <Note>
          <p>{m.registration_age()}</p>
        </Note>
      </div>
      <div className="button-row">
        <Link className={buttonClass()} to="/registrieren" search={{ schritt: 'person' }}>
          {m.registration_begin()}
        </Link>
        <Link className={buttonClass({ look: 'quiet' })} to="/anmelden">
          {m.registration_have_access()}
        </Link>
      </div>
    </div>
  );
}
