import { useId, type ReactNode, type Ref } from 'react';
import { FieldError } from './field-error';
import styles from './field.module.css';

export interface ChoiceFieldProps {
  /** Id of the first choice: where an error summary leads. */
  id: string;
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  options: readonly { value: string; label: string; hint?: string }[];
  error?: string;
  errorPrefix?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One of a few, all of them to be seen: native radio buttons. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { id, name, legend, hint, value, onChange, onBlur, options, error, errorPrefix, inputRef } = props;
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
      <div>
        {options.map((option, index) => (
          <label key={option.value} className={styles.check} data-invalid={error ? '' : undefined}>
            <input
              ref={index === 0 ? inputRef : undefined}
              id={index === 0 ? id : `${id}-${option.value}`}
              name={name}
              type="radio"
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              onBlur={onBlur}
            />
            <span>
              {option.label}
              {option.hint && <span className={styles.optionHint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
