import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Monitor } from 'lucide-react';
import { Button, Note, Section, Tag } from '@of/ui';
import { formatMoment, m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { useLogOut } from '../session/use-log-out';
import { endSession, sessionsQuery } from './api/identity.api';
import styles from './identity.module.css';

/** Where this account is signed in, and a way to end each. */
export function RunningSessions() {
  const sessions = useSuspenseQuery(sessionsQuery).data;
  const queryClient = useQueryClient();
  const logOut = useLogOut();
  const end = useMutation({
    mutationFn: endSession,
    onSettled: () => queryClient.invalidateQueries(sessionsQuery),
  });
  return (
    <Section title={m.sessions_title()}>
      <ul className={styles.sessions}>
        {sessions.map(({ id, browser, createdAt, lastSeenAt, isCurrent }) => (
          <li key={id}>
            <div>
              <b>{browser}</b>
              <span>
                {m.sessions_since({ moment: formatMoment(createdAt) })}
                <br />
                {m.sessions_last({ moment: formatMoment(lastSeenAt) })}
              </span>
            </div>
            {isCurrent ? (
              <Tag kind="ok" icon={Monitor}>
                {m.sessions_this()}
              </Tag>
            ) : (
              <Button
                look="second"
                isSmall
                isBusy={end.isPending && end.variables === id}
                onClick={() => end.mutate(id)}
              >
                {m.sessions_end()}
                <span className="vh">: {browser}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div role="status">{end.isSuccess && <p className="small muted">{m.sessions_ended()}</p>}</div>
      {end.error && (
        <Note kind="error" role="alert">
          <p>{problemSentence(end.error)}</p>
        </Note>
      )}
      <p className="small muted">
        {m.sessions_unknown()} <Link to="/daten/zugang/passwort">{m.password_change_title()}</Link>
      </p>
      <Button look="quiet" isFlush onClick={() => void logOut()}>
        {m.session_log_out()}
      </Button>
    </Section>
  );
}
