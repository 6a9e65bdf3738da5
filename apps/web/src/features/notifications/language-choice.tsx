import { useFormContext } from 'react-hook-form';
import { m } from '@of/i18n';
import styles from './notifications.module.css';

const ownNames = { de: 'Deutsch', en: 'English' } as const;

/** The language of what we write, which may differ from that of the pages. */
export function LanguageChoice() {
  const { register } = useFormContext();
  return (
    <fieldset className={styles.group} aria-describedby="sprache-hinweis">
      <legend>{m.notifications_language()}</legend>
      <p id="sprache-hinweis" className="muted">
        {m.notifications_language_hint()}
      </p>
      <div className={styles.languages}>
        {(['de', 'en'] as const).map((language) => (
          <label key={language} lang={language}>
            <input type="radio" value={language} {...register('language')} />
            <span>{ownNames[language]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
