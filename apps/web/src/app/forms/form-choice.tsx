import { useController, useFormContext, type RegisterOptions } from 'react-hook-form';
import { ChoiceField, type ChoiceFieldProps } from '@of/ui';
import { m } from '@of/i18n';
import { fieldId } from './form-shell';

type FormChoiceProps = Pick<ChoiceFieldProps, 'legend' | 'hint' | 'options'> & {
  name: string;
  rules?: RegisterOptions;
};

/** One of a few choices of the form around it. */
export function FormChoice({ name, rules, ...rest }: FormChoiceProps) {
  const { control } = useFormContext();
  const { field, fieldState } = useController({ name, control, rules });
  return (
    <ChoiceField
      {...rest}
      id={fieldId(name)}
      name={name}
      value={String(field.value ?? '')}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
      errorPrefix={m.title_error()}
    />
  );
}
