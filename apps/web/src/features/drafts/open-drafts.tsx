import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilePen } from 'lucide-react';
import type { DraftName } from '@of/api-client';
import { Button, Note, RowContent, Rows, Section, rowLinkClass } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { pageOf } from '../session/deep-link';
import { deleteDraft, draftsQuery } from './api/drafts.api';
import styles from './drafts.module.css';

const names: Record<DraftName, () => string> = {
  'address-change': m.draft_form_address,
  'document-submission': m.draft_form_document,
  'certificate-request': m.draft_form_certificate,
};

/** On a home page: what was begun for this person and not sent. Nothing where there is nothing. */
export function OpenDrafts({ personId }: { personId: string }) {
  const { data: drafts = [] } = useQuery(draftsQuery(personId));
  const queryClient = useQueryClient();
  const [refusal, setRefusal] = useState<unknown>(null);
  if (drafts.length === 0) return null;
  async function remove(form: DraftName): Promise<void> {
    setRefusal(null);
    await deleteDraft(queryClient, personId, form).catch(setRefusal);
  }
  return (
    <Section title={m.draft_home_title()}>
      {refusal !== null && (
        <Note kind="warn" role="status">
          <p>{problemSentence(refusal)}</p>
        </Note>
      )}
      <Rows>
        {drafts.map(({ form, metadata: { returnUrl, savedAt } }) => (
          <li key={form} className={styles.row}>
            <Link className={rowLinkClass} {...pageOf(returnUrl)}>
              <RowContent
                icon={FilePen}
                title={names[form]()}
                meta={m.draft_home_saved({ moment: formatMoment(savedAt) })}
              />
            </Link>
            <Button look="quiet" isSmall onClick={() => void remove(form)}>
              {m.draft_delete()}
              <span className="vh">: {names[form]()}</span>
            </Button>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
