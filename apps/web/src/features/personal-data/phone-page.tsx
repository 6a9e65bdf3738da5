import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { FormTextField } from '../../app/forms/form-text-field';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import { WizardBar } from '../../app/wizard-bar';
import { announceDone } from '../identity/done-note';
import { changePhone, meQuery } from './api/personal-data.api';

export function checkPhone(input: string): true | string {
  const phone = input.trim();
  return phone === '' || /^\+?[0-9 ()/-]{3,40}$/.test(phone) || m.phone_format();
}

/** The landline: nothing depends on it, so it needs no release. */
export function PhonePage() {
  const me = useSuspenseQuery(meQuery).data;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const apiForm = useApiForm({
    defaultValues: { phone: me.phone ?? '' },
    pointers: { '/phone': 'phone' },
    send: async ({ phone }) => {
      await changePhone(phone.trim() || null);
      await queryClient.invalidateQueries(meQuery);
      announceDone(m.phone_saved());
      await navigate({ to: '/daten', replace: true });
    },
  });
  return (
    <>
      <WizardBar
        name={m.shell_my_data()}
        renderBack={(content, className) => (
          <Link className={className} to="/daten">
            {content}
          </Link>
        )}
      />
      <div className="wrap">
        <FormShell apiForm={apiForm}>
          <PageHeading lead={m.phone_lead()} hasError={hasRefusal(apiForm)}>
            {m.phone_title()}
          </PageHeading>
          <FormTextField
            name="phone"
            label={m.phone_label()}
            hint={m.phone_hint()}
            type="tel"
            size="medium"
            autoComplete="home tel"
            maxLength={40}
            rules={{ validate: checkPhone }}
          />
          <div className="button-row">
            <SubmitButton isSending={apiForm.isSending}>{m.phone_submit()}</SubmitButton>
          </div>
        </FormShell>
      </div>
    </>
  );
}
