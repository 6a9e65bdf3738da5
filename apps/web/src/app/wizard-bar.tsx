import type { ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { classes } from '@of/ui';
import { m } from '@of/i18n';
import styles from './wizard-bar.module.css';

interface Step {
  current: number;
  total: number;
  /** The last step is work, too, no confirmation. */
  isLastOpen?: boolean;
}

interface WizardBarProps {
  name: string;
  step?: Step;
  /** A link back, with the content it is given. */
  renderBack?: (content: ReactNode, className: string) => ReactNode;
}

/** Head of a guided task: back, where one is, and one stroke per step. */
export function WizardBar({ name, step, renderBack }: WizardBarProps) {
  const back = (
    <>
      <ArrowLeft aria-hidden />
      {m.form_back()}
    </>
  );
  return (
    <div className={styles.bar} role="region" aria-label={m.form_your_step()}>
      <div className={classes('wrap', styles.row)}>
        {renderBack?.(back, styles.back as string)}
        <span className={styles.step}>
          {name}
          {step && (
            <>
              {' · '}
              <b>{m.form_step({ current: String(step.current), total: String(step.total) })}</b>
            </>
          )}
        </span>
      </div>
      {step && (
        <div className="wrap">
          <ol className={styles.strokes} aria-hidden>
            {Array.from({ length: step.total }, (_, index) => (
              <li key={index} data-state={stateOf(index + 1, step)} />
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

/** The last step is the confirmation: when it is reached, all is done. */
function stateOf(stroke: number, { current, total, isLastOpen }: Step): 'done' | 'now' | undefined {
  if (stroke === current && (isLastOpen || current < total)) return 'now';
  return stroke <= current ? 'done' : undefined;
}
