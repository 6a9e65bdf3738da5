import { useId, type ReactNode, type Ref } from 'react';
import { FieldError } from './field-error';
import styles from './field.module.css';

/** A day as it is typed: three numbers, each possibly empty. */
export interface TypedDay {
  day: string;
  month: string;
  year: string;
}

export interface DateFieldProps {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  labels: Record<keyof TypedDay, string>;
  value: TypedDay;
  onChange: (value: TypedDay) => void;
  onBlur?: () => void;
  error?: string;
  errorPrefix?: string;
  inputRef?: Ref<HTMLInputElement>;
}

const parts = [
  ['day', 2],
  ['month', 2],
  ['year', 4],
] as const;

/** A day in three labelled numbers: quicker and surer to type than to pick. */
export function DateField(props: DateFieldProps) {
  const { id, legend, hint, labels, value, onChange, onBlur, error, errorPrefix, inputRef } = props;
  const hintId = useId();
  const errorId = useId();
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <fieldset className={styles.field} data-invalid={error ? '' : undefined} aria-describedby={described || undefined}>
      <legend className={styles.label}>{legend}</legend>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && <FieldError id={errorId} prefix={errorPrefix} message={error} />}
      <div className={styles.day}>
        {parts.map(([part, length]) => {
          const partId = part === 'day' ? id : `${id}-${part}`;
          return (
            <div key={part} data-part={part}>
              <label htmlFor={partId}>{labels[part]}</label>
              <input
                id={partId}
                ref={part === 'day' ? inputRef : undefined}
                className={styles.input}
                value={value[part]}
                inputMode="numeric"
                autoComplete="off"
                maxLength={length}
                aria-invalid={error ? true : undefined}
                onChange={(event) => onChange({ ...value, [part]: event.target.value })}
                onBlur={onBlur}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
