import { useController, useFormContext, type RegisterOptions } from 'react-hook-form';
import { DateField, type DateFieldProps, type TypedDay } from '@of/ui';
import { m } from '@of/i18n';
import { fieldId } from './form-shell';

type FormDateProps = Pick<DateFieldProps, 'legend' | 'hint'> & { name: string; rules?: RegisterOptions };

/** A day of the form around it, in three numbers. */
export function FormDate({ name, rules, ...rest }: FormDateProps) {
  const { control } = useFormContext();
  const { field, fieldState } = useController({ name, control, rules });
  return (
    <DateField
      {...rest}
      id={fieldId(name)}
      labels={{ day: m.form_day(), month: m.form_month(), year: m.form_year() }}
      value={field.value as TypedDay}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
      errorPrefix={m.title_error()}
    />
  );
}
