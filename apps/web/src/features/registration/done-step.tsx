import { Link } from '@tanstack/react-router';
import { Leaf, LetterDrawing, Section, Steps, buttonClass } from '@of/ui';
import { formatDayShort, formatWeekday, m } from '@of/i18n';
import { PageHeading } from '../../app/page-heading';
import { registrationDraft } from './registration-draft';
import styles from './registration.module.css';

export function DoneStep() {
  const { letterExpectedBy } = registrationDraft();
  if (!letterExpectedBy) return null;
  const leaf = formatDayShort(letterExpectedBy);
  return (
    <div className={styles.done}>
      <div className="stack stack-32">
        <PageHeading title={`${m.registration_done_title()} – ${m.shell_register()}`} lead={m.registration_done_lead()}>
          {m.registration_done_title()}
        </PageHeading>
        <div className={styles.promise}>
          <Leaf top={m.registration_until()} day={leaf.day} month={leaf.month} />
          <p>
            {m.registration_done_until()} <strong>{formatWeekday(letterExpectedBy)}</strong>.{' '}
            {m.registration_done_late()}
          </p>
        </div>
        <Section title={m.registration_next()}>
          <Steps items={[m.registration_next_letter(), m.registration_next_log_in(), m.registration_next_code()]} />
        </Section>
        <div className="button-row">
          <Link className={buttonClass()} to="/">
            {m.registration_finish()}
          </Link>
          <Link className={buttonClass({ look: 'quiet' })} to="/anmelden">
            {m.registration_letter_is_there()}
          </Link>
        </div>
      </div>
      <LetterDrawing className={styles.art} />
    </div>
  );
}
