import { useEffect, useRef } from 'react';
import { languages, setLanguage, useLanguage, type Language } from '@of/i18n';
import { keepFocusOn, keptFocus } from './next-focus';
import styles from './header.module.css';

const ownNames: Record<Language, string> = { de: 'Deutsch', en: 'English' };

interface LanguageLinkProps {
  id: string;
  /** Control that has the focus afterwards, where this one is gone by then. */
  focusId?: string;
  onSwitch?: () => void;
}

/** Names the other language in itself. */
export function LanguageLink({ id, focusId = id, onSwitch }: LanguageLinkProps) {
  const current = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  // The page was drawn anew in the other language; the focus stays where it was.
  useEffect(() => {
    if (keptFocus() === id) button.current?.focus();
  }, [id]);
  const other = languages.find((language) => language !== current) ?? 'de';
  return (
    <button
      ref={button}
      id={id}
      type="button"
      className={styles.link}
      lang={other}
      onClick={() => {
        keepFocusOn(focusId);
        setLanguage(other);
        onSwitch?.();
      }}
    >
      {ownNames[other]}
    </button>
  );
}
