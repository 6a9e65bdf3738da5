import { useState, type ReactNode } from 'react';
import type { RegisterOptions } from 'react-hook-form';
import { Button } from '@of/ui';
import { m } from '@of/i18n';
import { FormTextField } from './form-text-field';

interface PasswordFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
  rules?: RegisterOptions;
  below?: ReactNode;
  onValueChange?: (value: string) => void;
}

/** A password that can be shown, pasted, and filled in by a password manager. */
export function PasswordField({ name, label, ...rest }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <FormTextField
      {...rest}
      name={name}
      label={label}
      type={isShown ? 'text' : 'password'}
      maxLength={1000}
      autoCapitalize="none"
      beside={
        <Button look="second" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? m.form_hide() : m.form_show()}
          <span className="vh">: {label}</span>
        </Button>
      }
    />
  );
}
