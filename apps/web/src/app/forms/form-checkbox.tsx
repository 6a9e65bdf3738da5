import type { ReactNode } from 'react';
import { useController, useFormContext, type RegisterOptions } from 'react-hook-form';
import { Checkbox } from '@of/ui';
import { m } from '@of/i18n';
import { fieldId } from './form-shell';

export function FormCheckbox({
  name,
  rules,
  children,
}: {
  name: string;
  rules?: RegisterOptions;
  children: ReactNode;
}) {
  const { control } = useFormContext();
  const { field, fieldState } = useController({ name, control, rules });
  return (
    <Checkbox
      id={fieldId(name)}
      name={name}
      isChecked={Boolean(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
      errorPrefix={m.title_error()}
    >
      {children}
    </Checkbox>
  );
}
