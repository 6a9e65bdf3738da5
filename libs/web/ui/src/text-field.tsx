import { useId, type HTMLInputAutoCompleteAttribute, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { Info } from 'lucide-react';
import { FieldError } from './field-error';
import { classes } from './classes';
import styles from './field.module.css';

export interface TextFieldProps {
  id: string;
  name?: string;
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'password' | 'email' | 'tel';
  hint?: ReactNode;
  /** What to do, when the entry cannot be used as it is. */
  error?: string;
  /** Said before the error to whoever does not see its colour and icon. */
  errorPrefix?: string;
  /** Something worth knowing about the entry that is no error; said politely. */
  notice?: ReactNode;
  size?: 'short' | 'medium' | 'wide';
  inputRef?: Ref<HTMLInputElement>;
  figure?: ReactNode;
  /** Stands beside the input, for example a button that shows the password. */
  beside?: ReactNode;
  /** Stands below the input. */
  below?: ReactNode;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  autoCapitalize?: string;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  spellCheck?: boolean;
  maxLength?: number;
}

/** A native input with label, hint and error; the error stands above it, in the words of the summary. */
export function TextField(props: TextFieldProps) {
  const {
    id,
    label,
    hint,
    error,
    errorPrefix,
    notice,
    size = 'wide',
    inputRef,
    figure,
    beside,
    below,
    onChange,
    ...input
  } = props;
  const hintId = useId();
  const errorId = useId();
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div className={classes(styles.field, Boolean(figure) && styles.withFigure)} data-invalid={error ? '' : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {figure && <div className={styles.figure}>{figure}</div>}
      {error && <FieldError id={errorId} prefix={errorPrefix} message={error} />}
      <div className={styles.row}>
        <input
          {...input}
          ref={inputRef}
          id={id}
          className={classes(styles.input, styles[size])}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {beside}
      </div>
      <div role="status">
        {notice && (
          <p className={styles.notice}>
            <Info aria-hidden />
            <span>{notice}</span>
          </p>
        )}
      </div>
      {below}
    </div>
  );
}
