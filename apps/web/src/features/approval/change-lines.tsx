import { m } from '@of/i18n';
import styles from './change-lines.module.css';

export interface ChangeLine {
  label: string;
  /** Missing where nothing was there before. */
  from?: string;
  to: string;
}

/** What was, and what shall be: side by side where there is room, one below the other on a phone. */
export function ChangeLines({ lines }: { lines: readonly ChangeLine[] }) {
  const hasFormer = lines.some(({ from }) => from !== undefined);
  return (
    <dl className={styles.lines} data-pairs={hasFormer ? '' : undefined}>
      {lines.map(({ label, from, to }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          {from !== undefined && (
            <dd className={styles.old}>
              <small>{m.change_old()}</small>
              {from}
            </dd>
          )}
          <dd className={styles.new}>
            {hasFormer && <small>{m.change_new()}</small>}
            {to}
          </dd>
        </div>
      ))}
    </dl>
  );
}
