import { useController, useFormContext, type RegisterOptions } from 'react-hook-form';
import { TextField, type TextFieldProps } from '@of/ui';
import { m } from '@of/i18n';
import { fieldId } from './form-shell';

interface FormTextFieldProps extends Omit<
  TextFieldProps,
  'id' | 'value' | 'onBlur' | 'error' | 'inputRef' | 'onChange'
> {
  name: string;
  rules?: RegisterOptions;
  onValueChange?: (value: string) => void;
}

/** A text field of the form around it. */
export function FormTextField({ name, rules, onValueChange, ...rest }: FormTextFieldProps) {
  const { control } = useFormContext();
  const { field, fieldState } = useController({ name, control, rules });
  return (
    <TextField
      {...rest}
      id={fieldId(name)}
      name={name}
      value={String(field.value ?? '')}
      onChange={(value) => {
        field.onChange(value);
        onValueChange?.(value);
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
      errorPrefix={m.title_error()}
    />
  );
}
