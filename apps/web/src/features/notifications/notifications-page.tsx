import { useEffect, useState } from 'react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Note } from '@of/ui';
import { m } from '@of/i18n';
import { FormShell, hasRefusal } from '../../app/forms/form-shell';
import { SubmitButton } from '../../app/forms/submit-button';
import { useApiForm } from '../../app/forms/use-api-form';
import { PageHeading } from '../../app/page-heading';
import {
  preferencesQuery,
  savePreferences,
  type NoticeKind,
  type Preferences,
  type Switches,
} from './api/preferences.api';
import { LanguageChoice } from './language-choice';
import { NoticeChannels } from './notice-channels';

interface Values {
  language: Preferences['language'];
  notices: Record<NoticeKind, Switches>;
}

/** How a member wants to be written to: language, and channels for each kind of notice. */
export function NotificationsPage() {
  const client = useQueryClient();
  const preferences = useSuspenseQuery(preferencesQuery).data;
  const [isSaved, setIsSaved] = useState(false);
  const apiForm = useApiForm<Values>({
    defaultValues: valuesOf(preferences),
    send: async ({ language, notices }) => {
      setIsSaved(false);
      const kinds = preferences.notices.map(({ kind }) => ({ kind, channels: notices[kind] }));
      client.setQueryData(preferencesQuery.queryKey, await savePreferences({ language, notices: kinds }));
      setIsSaved(true);
    },
  });
  const { watch } = apiForm.form;
  // What was saved is no longer what is shown as soon as something is changed.
  useEffect(() => {
    const { unsubscribe } = watch(() => setIsSaved(false));
    return unsubscribe;
  }, [watch]);
  return (
    <div className="wrap">
      <FormShell apiForm={apiForm}>
        <PageHeading lead={m.notifications_lead()} hasError={hasRefusal(apiForm)}>
          {m.notifications_title()}
        </PageHeading>
        {preferences.notices.map(({ kind, channels }) => (
          <NoticeChannels key={kind} kind={kind} channels={channels} />
        ))}
        <LanguageChoice />
        <div className="stack narrow">
          <div role="status">
            {isSaved && (
              <Note kind="ok">
                <p>{m.notifications_saved()}</p>
              </Note>
            )}
          </div>
          <div className="button-row">
            <SubmitButton isSending={apiForm.isSending}>{m.notifications_save()}</SubmitButton>
          </div>
        </div>
      </FormShell>
    </div>
  );
}

function valuesOf({ language, notices }: Preferences): Values {
  const switches = notices.map(({ kind, channels: { email, sms, push } }) => {
    return [kind, { email: email.isOn, sms: sms.isOn, push: push.isOn }] as const;
  });
  return { language, notices: Object.fromEntries(switches) as Values['notices'] };
}
