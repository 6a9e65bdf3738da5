import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';

export type ButtonLook = 'first' | 'second' | 'quiet' | 'danger';

export interface ButtonStyle {
  look?: ButtonLook;
  isSmall?: boolean;
  /** Sets the label in line with the text above. */
  isFlush?: boolean;
}

/** Classes of a button, also for links that look like one. */
export function buttonClass({ look = 'first', isSmall, isFlush }: ButtonStyle = {}): string {
  return [styles.button, look !== 'first' && styles[look], isSmall && styles.small, isFlush && styles.flush]
    .filter(Boolean)
    .join(' ');
}

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'>, ButtonStyle {
  /** While something is being sent: keeps its place and the focus, shows this label and ignores further clicks. */
  busyLabel?: ReactNode;
  isBusy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look,
  isSmall,
  isFlush,
  isBusy,
  busyLabel,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ look, isSmall, isFlush })}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {isBusy && busyLabel ? busyLabel : children}
    </button>
  );
}
