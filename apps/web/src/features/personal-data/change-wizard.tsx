import { useState, type ComponentType } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ApiProblem, type Approval } from '@of/api-client';
import { useSearchText } from '../../app/address';
import { WizardBar } from '../../app/wizard-bar';
import { acts } from '../approval/acts';
import { draftOf, keepDraft } from '../approval/change-draft';
import type { ChangeLine } from '../approval/change-lines';
import { useGoToApproval } from '../approval/use-repeat';
import type { Draft } from '../drafts/use-draft';
import { sessionQuery } from '../session/session-query';
import { CheckChange } from './check-change';
import { LockedChange } from './locked-change';

export interface EntryProps<T> {
  /** What was typed before. */
  values: T | undefined;
  /** Why the API sent the entry back. */
  refusal: unknown;
  onDone: (values: T) => Promise<void>;
  /** Where the form can be saved half-way. */
  draft?: Draft<T & object>;
}

interface ChangeWizardProps<T> {
  action: 'address-change' | 'bank-account-change';
  path: '/daten/anschrift' | '/daten/konto';
  Entry: ComponentType<EntryProps<T>>;
  /** What the check shows of an entry: as it is, and as it shall be. */
  linesOf: (values: T) => ChangeLine[];
  request: (values: T) => Promise<Approval>;
  /** The form's draft on the server, where it has one. */
  draft?: Draft<T & object>;
}

/**
 * A protected change: one question, the check of the answers, then the release on a device. What was typed stays in the
 * memory of this page, so that going back, a refusal or an expiry costs nothing; where the form has a draft, "Weiter" saves
 * it on the server, too.
 */
export function ChangeWizard<T>({ action, path, Entry, linesOf, request, draft }: ChangeWizardProps<T>) {
  const isLocked = useSuspenseQuery(sessionQuery).data?.level !== 'full';
  const step = useSearchText('schritt');
  const navigate = useNavigate();
  const goToApproval = useGoToApproval();
  const [values, setValues] = useState<T | undefined>(() => draftOf<T>(action)?.values ?? draft?.values);
  const [refusal, setRefusal] = useState<unknown>(null);
  const title = acts[action].name();
  if (isLocked) return <LockedChange title={title} />;
  const isChecking = step === 'pruefen' && values !== undefined;

  async function check(entered: T): Promise<void> {
    setRefusal(null);
    setValues(entered);
    keepDraft<T>(action, { values: entered, request: () => request(entered) });
    const outcome = await draft?.save(entered as T & object, `${path}?schritt=pruefen`);
    if (outcome === 'changed' || outcome === 'signed-out') return;
    await navigate({ to: path, search: { schritt: 'pruefen' } });
  }

  async function send(entered: T): Promise<void> {
    try {
      await goToApproval(await request(entered));
    } catch (error) {
      // A fault in a field is shown where it can be put right.
      if (!(error instanceof ApiProblem) || !error.extra.errors?.length) throw error;
      setRefusal(error);
      await navigate({ to: path, search: { schritt: undefined }, replace: true });
    }
  }

  return (
    <>
      <WizardBar
        name={title}
        step={{ current: isChecking ? 2 : 1, total: 4 }}
        renderBack={(content, className) =>
          isChecking ? (
            <Link className={className} to={path} search={{ schritt: undefined }}>
              {content}
            </Link>
          ) : (
            <Link className={className} to="/daten">
              {content}
            </Link>
          )
        }
      />
      <div className="wrap">
        {isChecking ? (
          <CheckChange title={title} lines={linesOf(values)} path={path} onSend={() => send(values)} />
        ) : (
          <Entry values={values} refusal={refusal} onDone={check} draft={draft} />
        )}
      </div>
    </>
  );
}
