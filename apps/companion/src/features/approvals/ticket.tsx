import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { m } from '@of/i18n';
import type { DeviceApproval } from './api/approvals.api';
import styles from './ticket.module.css';

type Line = DeviceApproval['lines'][number];

/** The number to compare, and what it stands for: the same on both screens. */
export function Ticket({ number, lines }: { number: ReactNode; lines: readonly Line[] }) {
  return (
    <div className={styles.ticket}>
      <div className={styles.number}>{number}</div>
      {lines.length > 0 && (
        <div className={styles.stub}>
          {lines.map((line) => (
            <ChangedLine key={line.label} line={line} />
          ))}
        </div>
      )}
    </div>
  );
}

/** What is, and what shall be. A line without a former value has one value only. */
function ChangedLine({ line: { label, from, to } }: { line: Line }) {
  if (from === undefined) {
    return (
      <dl className={styles.change}>
        <div className={styles.new}>
          <dt>{label}</dt>
          <dd>{to}</dd>
        </div>
      </dl>
    );
  }
  return (
    <>
      <p className={styles.label}>{label}</p>
      <dl className={styles.change}>
        <div className={styles.old}>
          <dt>{m.app_approval_before()}</dt>
          <dd>{from}</dd>
        </div>
        <div className={styles.new}>
          <dt>{m.app_approval_after()}</dt>
          <dd>{to}</dd>
        </div>
      </dl>
    </>
  );
}

export function NumberToCompare({ ask, number }: { ask: string; number: string }) {
  return (
    <p>
      <span className={styles.ask}>{ask}</span>
      <b className={styles.big}>{number}</b>
    </p>
  );
}

interface NumberChoiceProps {
  choices: readonly string[];
  wrong: readonly string[];
  chosen: string | null;
  onChoose: (number: string) => void;
}

/** A login names three numbers: releasing begins with looking at the other screen. */
export function NumberChoice({ choices, wrong, chosen, onChoose }: NumberChoiceProps) {
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.ask}>{m.app_approval_choose()}</legend>
      <div className={styles.numbers}>
        {choices.map((number) => (
          <button
            key={number}
            type="button"
            className={styles.option}
            aria-pressed={number === chosen}
            aria-disabled={wrong.includes(number) || undefined}
            onClick={() => !wrong.includes(number) && onChoose(number)}
          >
            {number === chosen && <Check aria-hidden />}
            {number}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
