import { useController, useFormContext } from 'react-hook-form';
import { SelectField, type SelectFieldProps } from '@of/ui';
import { m } from '@of/i18n';
import { fieldId } from './form-shell';

type FormSelectProps = Pick<SelectFieldProps, 'label' | 'options' | 'autoComplete'> & { name: string };

/** A choice from a list of the form around it. */
export function FormSelect({ name, ...rest }: FormSelectProps) {
  const { control } = useFormContext();
  const { field, fieldState } = useController({ name, control });
  return (
    <SelectField
      {...rest}
      id={fieldId(name)}
      name={name}
      value={String(field.value ?? '')}
      onChange={field.onChange}
      onBlur={field.onBlur}
      selectRef={field.ref}
      error={fieldState.error?.message}
      errorPrefix={m.title_error()}
    />
  );
}
