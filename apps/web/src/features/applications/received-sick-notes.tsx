import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { DocumentCategory } from '@of/api-client';
import { Note, Section } from '@of/ui';
import { formatDay, formatPeriod, m } from '@of/i18n';
import { sessionQuery } from '../session/session-query';
import { receivedSickNotesQuery } from './api/sick-notes.api';
import { knownSickNote, type TypedAnswers } from './wizard-values';

/** Undefined while it is not known: a help only, without which the form goes on. */
function useReceivedSickNotes(personId: string, isWanted = true) {
  const isFull = useSuspenseQuery(sessionQuery).data?.level === 'full';
  return useQuery({ ...receivedSickNotesQuery(personId), enabled: isWanted && isFull && personId === 'me' }).data;
}

/** What the practices have sent already: nobody has to hand it in again. */
export function ReceivedSickNotes({ personId }: { personId: string }) {
  const notes = useReceivedSickNotes(personId);
  if (!notes) return null;
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

/** What is here for the days that were typed into the form of a sick note; null for other forms, and for other days. */
export function useKnownSickNote(personId: string, category: DocumentCategory, answers: TypedAnswers) {
  return knownSickNote(useReceivedSickNotes(personId, category === 'sick-note') ?? [], answers);
}

/** Says that a sick note is here, and whether the paper is needed all the same. */
export function KnownSickNote({ known: { note, isAll } }: { known: NonNullable<ReturnType<typeof useKnownSickNote>> }) {
  const period = formatPeriod(note.from, note.until);
  return (
    <Note>
      <p>{isAll ? m.sick_notes_known({ period }) : m.sick_notes_known_in_part({ period })}</p>
    </Note>
  );
}
