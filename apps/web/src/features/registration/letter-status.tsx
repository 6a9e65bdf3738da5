import type { Letter } from '@of/api-client';
import { Leaf, Section } from '@of/ui';
import { berlinDay, formatDay, formatDayShort, formatWeekday, m } from '@of/i18n';
import styles from './registration.module.css';

/** Where the letter is, and the day one can count on. */
export function LetterStatus({ letter }: { letter: Letter }) {
  const leaf = formatDayShort(letter.expectedBy);
  const ordered = formatDay(berlinDay(letter.createdAt));
  const isReturned = letter.state === 'returned';
  return (
    <Section as="aside" title={m.letter_title()}>
      <div className="stack stack-12">
        {!isReturned && (
          <div className={styles.promise}>
            <Leaf top={m.registration_until()} day={leaf.day} month={leaf.month} />
            <p>
              {m.letter_expected()} <strong>{formatWeekday(letter.expectedBy)}</strong>
            </p>
          </div>
        )}
        <p className="muted">{isReturned ? m.letter_returned() : m.letter_ordered({ date: ordered })}</p>
        {letter.validUntil && !isReturned && (
          <p className="muted">{m.letter_valid({ date: formatDay(letter.validUntil) })}</p>
        )}
      </div>
    </Section>
  );
}
