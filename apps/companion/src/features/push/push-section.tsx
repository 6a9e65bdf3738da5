import { useCallback, useEffect, useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, BellOff } from 'lucide-react';
import { Button, Note, Section, Tag } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { useSubmission } from '../../app/use-submission';
import { pushStateQuery } from './api/push.api';
import { PermissionDismissed, SubscribingFailed, turnHintsOff, turnHintsOn } from './hints';
import { isSubscribed, pushAbility, type PushAbility } from './subscription';

/** Hints on or off, or why there are none and what helps. */
export function PushSection() {
  const [ability, look] = usePushAbility();
  const wayOut = useRef<HTMLDivElement>(null);
  const wasTried = useRef(false);
  // The button that was pressed is gone: what to do now takes its place.
  useEffect(() => {
    if (ability === 'denied' && wasTried.current) wayOut.current?.focus();
  }, [ability]);

  function tried(): void {
    wasTried.current = true;
    look();
  }
  return (
    <Section title={m.app_push_title()}>
      <div className="stack stack-12">
        {ability === 'able' ? (
          <PushSwitch onTried={tried} />
        ) : (
          <>
            {ability === 'home-screen' && <p>{m.app_push_home_screen()}</p>}
            {ability === 'unsupported' && <p>{m.app_push_unsupported()}</p>}
            {ability === 'denied' && (
              <div ref={wayOut} tabIndex={-1}>
                <Note kind="warn">
                  <p>
                    <b>{m.app_push_denied()}</b>
                  </p>
                  <p>{m.app_push_denied_way()}</p>
                </Note>
              </div>
            )}
            <p className="muted small">{m.app_push_without()}</p>
          </>
        )}
      </div>
    </Section>
  );
}

/** The permission is given and taken outside of the page. @returns what is possible, and a way to look again */
function usePushAbility(): [PushAbility, () => void] {
  const [ability, setAbility] = useState(pushAbility);
  const look = useCallback(() => setAbility(pushAbility()), []);
  useEffect(() => {
    let isOver = false;
    let status: PermissionStatus | undefined;
    void navigator.permissions?.query({ name: 'notifications' }).then(
      (found) => {
        if (isOver) return;
        status = found;
        found.addEventListener('change', look);
      },
      () => undefined, // not every browser tells
    );
    document.addEventListener('visibilitychange', look);
    return () => {
      isOver = true;
      status?.removeEventListener('change', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [look]);
  return [ability, look];
}

function PushSwitch({ onTried }: { onTried: () => void }) {
  const client = useQueryClient();
  const { data: state, error } = useQuery(pushStateQuery);
  const isHere = useQuery({ queryKey: ['device', 'push', 'here'], queryFn: isSubscribed, staleTime: 0 }).data;
  const { problem, isBusy, run } = useSubmission();
  const isOn = Boolean(state?.isOn && isHere);
  return (
    <>
      <p>{m.app_push_text()}</p>
      <p role="status">
        {state && isHere !== undefined && (
          <Tag kind={isOn ? 'ok' : 'plain'} icon={isOn ? Bell : BellOff}>
            {isOn ? m.app_push_is_on() : m.app_push_is_off()}
          </Tag>
        )}
      </p>
      {Boolean(problem ?? error) && (
        <Note kind="error" role="alert">
          <p>{sentenceOf(problem ?? error)}</p>
        </Note>
      )}
      {state && isHere !== undefined && (
        <Button
          look="second"
          isBusy={isBusy}
          busyLabel={m.app_push_busy()}
          onClick={() =>
            run(() => (isOn ? turnHintsOff(client) : turnHintsOn(client, state.publicKey)).finally(onTried))
          }
        >
          {isOn ? m.app_push_turn_off() : m.app_push_turn_on()}
        </Button>
      )}
      {!isOn && <p className="muted small">{mayShow() ? m.app_push_without() : m.app_push_allow()}</p>}
    </>
  );
}

const mayShow = () => Notification.permission === 'granted';

function sentenceOf(problem: unknown): string {
  if (problem instanceof PermissionDismissed) return m.app_push_dismissed();
  return problem instanceof SubscribingFailed ? m.app_push_failed() : problemSentence(problem);
}
