import { useId, type HTMLInputAutoCompleteAttribute, type ReactNode, type Ref } from 'react';
import { ChevronDown } from 'lucide-react';
import { FieldError } from './field-error';
import { classes } from './classes';
import styles from './field.module.css';

export interface SelectFieldProps {
  id: string;
  name?: string;
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  options: readonly { value: string; label: string }[];
  error?: string;
  errorPrefix?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  selectRef?: Ref<HTMLSelectElement>;
}

/** The system's own choice of one from a list: it opens as people know it, on every device. */
export function SelectField(props: SelectFieldProps) {
  const { id, label, options, error, errorPrefix, selectRef, onChange, ...select } = props;
  const errorId = useId();
  return (
    <div className={styles.field} data-invalid={error ? '' : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {error && <FieldError id={errorId} prefix={errorPrefix} message={error} />}
      <div className={classes(styles.select, styles.wide)}>
        <select
          {...select}
          ref={selectRef}
          id={id}
          className={styles.input}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden />
      </div>
    </div>
  );
}
