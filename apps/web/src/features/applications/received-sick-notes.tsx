import { useSuspenseQuery } from '@tanstack/react-query';
import { Section } from '@of/ui';
import { formatDay, formatPeriod, m } from '@of/i18n';
import { receivedSickNotesQuery } from './api/sick-notes.api';

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
