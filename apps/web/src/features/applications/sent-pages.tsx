import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Note } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { personPath } from '../../app/person';
import { sentPagesQuery } from './api/documents.api';

/** Says which of the pages are here already. Sending them again stays the member's to decide; without an answer nothing is said. */
export function SentPages({ personId, uploadIds }: { personId: string; uploadIds: readonly string[] }) {
  const { data: sent = [] } = useQuery(sentPagesQuery(personId, uploadIds));
  if (sent.length === 0) return null;
  return (
    <Note kind="warn">
      <p>{sent.length === 1 ? m.documents_sent_one() : m.documents_sent_some()}</p>
      <ul>
        {sent.map(({ uploadId, documentId, number, receivedAt }) => (
          <li key={uploadId}>
            <Link to={personPath(personId, `/dokumente/${documentId}`)}>
              {m.documents_sent_page({
                page: String(uploadIds.indexOf(uploadId) + 1),
                moment: formatMoment(receivedAt),
                number,
              })}
            </Link>
          </li>
        ))}
      </ul>
      <p>{m.documents_sent_anyway()}</p>
    </Note>
  );
}
