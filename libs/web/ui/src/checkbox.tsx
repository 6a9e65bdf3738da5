import type { ChangeEvent, ReactNode, Ref } from 'react';
import { FieldError } from './field-error';
import styles from './field.module.css';

interface CheckboxProps {
  id: string;
  name?: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  onBlur?: () => void;
  error?: string;
  errorPrefix?: string;
  inputRef?: Ref<HTMLInputElement>;
  children: ReactNode;
}

/** A native check box: its label is the sentence that is agreed to. */
export function Checkbox({
  id,
  name,
  isChecked,
  onChange,
  onBlur,
  error,
  errorPrefix,
  inputRef,
  children,
}: CheckboxProps) {
  const errorId = `${id}-error`;
  return (
    <div className={styles.field}>
      {error && <FieldError id={errorId} prefix={errorPrefix} message={error} />}
      <label className={styles.check} data-invalid={error ? '' : undefined}>
        <input
          ref={inputRef}
          id={id}
          name={name}
          type="checkbox"
          checked={isChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.checked)}
          onBlur={onBlur}
        />
        <span>{children}</span>
      </label>
    </div>
  );
}
