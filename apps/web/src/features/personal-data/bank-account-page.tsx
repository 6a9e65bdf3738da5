import { useSuspenseQuery } from '@tanstack/react-query';
import { Iban } from '@of/kernel';
import type { Me } from '@of/api-client';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import type { ChangeLine } from '../approval/change-lines';
import { changeBankAccount, meQuery } from './api/personal-data.api';
import { ChangeWizard, type EntryProps } from './change-wizard';

interface AccountValues {
  iban: string;
  accountHolder: string;
}

export function BankAccountPage() {
  const { bankAccount } = useSuspenseQuery(meQuery).data;
  return (
    <ChangeWizard
      action="bank-account-change"
      path="/daten/konto"
      Entry={AccountEntry}
      linesOf={(values) => linesOf(values, bankAccount)}
      request={({ iban, accountHolder }) =>
        changeBankAccount({ iban: iban.trim(), accountHolder: accountHolder.trim() })
      }
    />
  );
}

/** The member's own entry in full, to be compared with the card; what we have stored only by its end. */
function linesOf({ iban, accountHolder }: AccountValues, present: Me['bankAccount']): ChangeLine[] {
  return [
    { label: 'IBAN', from: present?.ibanMasked, to: Iban.parse(iban).formatted },
    { label: m.bank_holder(), from: present?.accountHolder, to: accountHolder.trim() },
  ];
}

export function checkIban(input: string): true | string {
  if (!input.trim()) return m.bank_iban_missing();
  const parsed = Iban.tryParse(input);
  if (parsed.ok) return true;
  return {
    'iban-format': m.bank_iban_format,
    'iban-country': m.bank_iban_country,
    'iban-length': m.bank_iban_length,
    'iban-checksum': m.bank_iban_checksum,
  }[parsed.code]();
}

/** Groups of four, as on the card. */
const grouped = (input: string): string =>
  input
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ');

function AccountEntry({ values, refusal, onDone }: EntryProps<AccountValues>) {
  const me = useSuspenseQuery(meQuery).data;
  const holder = me.bankAccount?.accountHolder ?? `${me.givenName} ${me.familyName}`;
  const apiForm = useApiForm<AccountValues>({
    defaultValues: values ?? { iban: '', accountHolder: holder },
    pointers: { '/iban': 'iban', '/accountHolder': 'accountHolder' },
    refusal,
    send: onDone,
  });

  /** Sets the blanks while somebody types at the end, and leaves corrections in the middle alone. */
  function group(value: string): void {
    const input = document.activeElement;
    const isAtEnd = input instanceof HTMLInputElement && input.selectionStart === value.length;
    if (isAtEnd && !value.endsWith(' ')) apiForm.form.setValue('iban', grouped(value));
  }

  return (
    <FormShell apiForm={apiForm}>
      <PageHeading lead={m.bank_lead()} hasError={hasRefusal(apiForm)}>
        {m.bank_title()}
      </PageHeading>
      <FormTextField
        name="iban"
        label="IBAN"
        hint={m.bank_iban_hint()}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={100}
        onValueChange={group}
        rules={{ validate: checkIban }}
      />
      <FormTextField
        name="accountHolder"
        label={m.bank_holder()}
        hint={m.bank_holder_hint()}
        autoComplete="name"
        maxLength={70}
        rules={{ validate: (value: string) => Boolean(value.trim()) || m.bank_holder_missing() }}
      />
      <div className="button-row">
        <SubmitButton isSending={apiForm.isSending}>{m.form_next()}</SubmitButton>
      </div>
    </FormShell>
  );
}
