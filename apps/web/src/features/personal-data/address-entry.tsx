import { DateOnly, PostalCode } from '@of/kernel';
import type { TypedDay } from '@of/ui';
import { m } from '@of/i18n';
import { FormDate } from '../../app/forms/form-date';
import { FormSelect } from '../../app/forms/form-select';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { NO_DAY, isEmptyDay, readDay } from '../../app/forms/typed-day';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { forgetDraft } from '../approval/change-draft';
import { DraftRestored, DraftStatus } from '../drafts/draft-status';
import { useTrackedForm } from '../drafts/use-open-form';
import type { AddressValues } from './address-page';
import styles from './changes.module.css';
import type { EntryProps } from './change-wizard';
import { MovingChildren } from '../family/moving-children';
import { useChildren } from '../family/use-children';
import { countries } from './countries';

/** How far back a move may lie, and how far ahead. */
const MOVE_DAYS = 366;

const empty: AddressValues = {
  street: '',
  houseNumber: '',
  postalCode: '',
  city: '',
  country: 'DE',
  validFrom: NO_DAY,
  alsoFor: [],
};

const needed = (sentence: () => string) => ({ validate: (value: string) => Boolean(value.trim()) || sentence() });

export function checkMoveDay(typed: TypedDay, today = DateOnly.fromInstant(new Date())): true | string {
  if (isEmptyDay(typed)) return true;
  const day = readDay(typed);
  if (day === 'date-not-real') return m.date_not_real();
  if (typeof day === 'string') return m.date_format();
  return Math.abs(today.daysUntil(day)) <= MOVE_DAYS || m.address_day_range();
}

export function checkPostalCode(code: string, country: string): true | string {
  if (!code.trim()) return m.address_postal_code_missing();
  if (country !== 'DE') return /^[A-Za-z0-9 -]{1,10}$/.test(code.trim()) || m.address_postal_code_foreign();
  if (PostalCode.tryParse(code).ok) return true;
  return /^\s*\d{4}\s*$/.test(code) ? m.registration_postal_code_zero() : m.registration_postal_code_format();
}

/** The new address, and from when on. */
export function AddressEntry({ values, refusal, onDone, draft }: EntryProps<AddressValues>) {
  const children = useChildren();
  const apiForm = useApiForm<AddressValues>({
    defaultValues: values ?? empty,
    pointers: {
      '/street': 'street',
      '/houseNumber': 'houseNumber',
      '/postalCode': 'postalCode',
      '/city': 'city',
      '/country': 'country',
      '/validFrom': 'validFrom' as never,
      '/alsoFor/0': 'alsoFor' as never,
    },
    refusal,
    send: onDone,
  });
  const markSaved = useTrackedForm(draft, apiForm.form, '/daten/anschrift');
  const show = (newer: AddressValues | undefined) => {
    forgetDraft('address-change');
    apiForm.form.reset(newer ?? empty);
    markSaved();
  };
  return (
    <FormShell apiForm={apiForm}>
      <PageHeading lead={m.address_lead()} hasError={hasRefusal(apiForm)}>
        {m.address_title()}
      </PageHeading>
      {draft && <DraftRestored draft={draft} />}
      <div className={styles.pair} data-wide="first">
        <FormTextField
          name="street"
          label={m.address_street()}
          autoComplete="address-line1"
          maxLength={100}
          rules={needed(m.address_street_missing)}
        />
        <FormTextField
          name="houseNumber"
          label={m.address_house_number()}
          size="short"
          autoComplete="off"
          maxLength={20}
        />
      </div>
      <div className={styles.pair} data-wide="last">
        <FormTextField
          name="postalCode"
          label={m.registration_postal_code()}
          size="short"
          autoComplete="postal-code"
          maxLength={10}
          rules={{ validate: (value: string, all: unknown) => checkPostalCode(value, (all as AddressValues).country) }}
        />
        <FormTextField
          name="city"
          label={m.address_city()}
          autoComplete="address-level2"
          maxLength={100}
          rules={needed(m.address_city_missing)}
        />
      </div>
      <FormSelect name="country" label={m.address_country()} options={countries()} autoComplete="country" />
      <FormDate
        name="validFrom"
        legend={
          <>
            {m.address_from_when()} <span className={styles.optional}>{m.form_optional()}</span>
          </>
        }
        hint={m.address_from_when_hint()}
        rules={{ validate: (value: TypedDay) => checkMoveDay(value) }}
      />
      <MovingChildren name="alsoFor" children={children} />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending} describedBy={draft?.statusId}>
          {m.form_next()}
        </SubmitButton>
      </div>
      {draft && <DraftStatus draft={draft} onReset={show} />}
    </FormShell>
  );
}
