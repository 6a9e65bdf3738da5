import { useController, useFormContext } from 'react-hook-form';
import { Checkbox } from '@of/ui';
import { m } from '@of/i18n';
import type { FamilyMember } from '@of/api-client';
import { fieldId } from '../../app/forms/form-shell';
import styles from './moving-children.module.css';

interface MovingChildrenProps {
  name: string;
  children: readonly FamilyMember[];
}

/** Which children move, too; nothing where there are none. */
export function MovingChildren({ name, children }: MovingChildrenProps) {
  const { control } = useFormContext();
  const { field } = useController({ name, control });
  const chosen = (field.value ?? []) as string[];
  if (children.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend>
        {m.family_move_who()} <span className={styles.optional}>{m.form_optional()}</span>
      </legend>
      {children.map(({ insuredId, givenName, familyName }) => (
        <Checkbox
          key={insuredId}
          id={`${fieldId(name)}-${insuredId}`}
          isChecked={chosen.includes(insuredId)}
          onChange={(isChecked) =>
            field.onChange(isChecked ? [...chosen, insuredId] : chosen.filter((id) => id !== insuredId))
          }
        >
          {givenName} {familyName}
        </Checkbox>
      ))}
    </fieldset>
  );
}
