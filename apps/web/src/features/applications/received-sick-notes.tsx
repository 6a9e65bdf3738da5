import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { DocumentCategory } from '@of/api-client';
import { Section } from '@of/ui';
import { formatDay, formatPeriod, m } from '@of/i18n';
import { receivedSickNotesQuery } from './api/sick-notes.api';
import { dayIn, type TypedAnswers } from './wizard-values';

/** What the practices have sent already: nobody has to hand it in again. */
export function ReceivedSickNotes({ personId }: { personId: string }) {
  const { data: notes } = useSuspenseQuery(receivedSickNotesQuery(personId));
  return (
    <Section as="aside" title={m.sick_notes_title()}>
      <div className="stack stack-12">
        {notes.length === 0 ? (
          <p>{m.sick_notes_none()}</p>
        ) : (
          <>
            <ul className="stack stack-12">
              {notes.map(({ number, from, until, followUp, receivedOn }) => (
                <li key={number}>
                  <strong>{formatPeriod(from, until)}</strong>
                  <br />
                  <span className="small muted">
                    {followUp
                      ? m.sick_notes_follow_up({ date: formatDay(receivedOn) })
                      : m.sick_notes_first({ date: formatDay(receivedOn) })}
                  </span>
                </li>
              ))}
            </ul>
            <p className="small muted">{m.sick_notes_enough()}</p>
          </>
        )}
      </div>
    </Section>
  );
}

/** Says that there is a sick note for the day that is being typed; null for other forms, and for other days. */
export function useKnownSickNote(
  personId: string,
  category: DocumentCategory,
  typed: TypedAnswers[string] | undefined,
): string | null {
  const { data: notes = [] } = useQuery({
    ...receivedSickNotesQuery(personId),
    enabled: category === 'sick-note' && personId === 'me',
  });
  const day = dayIn(typed);
  const note = notes.find(({ from, until }) => day !== null && from <= day && day <= until);
  return note ? m.sick_notes_known({ period: formatPeriod(note.from, note.until) }) : null;
}
