import { useFormContext, useWatch } from 'react-hook-form';
import { m } from '@of/i18n';
import { PasswordField } from '../../app/forms/password-field';
import { PasswordChecklist } from './password-checklist';
import { unmetPasswordRules } from './password-rules';

interface NewPasswordFieldProps {
  name: string;
  label: string;
  /** The password must be none of these. */
  usernames: readonly string[];
}

export function NewPasswordField({ name, label, usernames }: NewPasswordFieldProps) {
  const { control } = useFormContext();
  const password = String(useWatch({ control, name }) ?? '');
  return (
    <PasswordField
      name={name}
      label={label}
      autoComplete="new-password"
      rules={{
        validate: (value: string) => {
          if (!value) return m.password_missing();
          return unmetPasswordRules(value, usernames).length === 0 || m.password_rules_unmet();
        },
      }}
      below={<PasswordChecklist password={password} usernames={usernames} />}
    />
  );
}
