import { useState, type ComponentType } from 'react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ApiProblem, type DocumentCategory } from '@of/api-client';
import { m } from '@of/i18n';
import { useSearchText } from '../../app/address';
import { useRequestKeys } from '../../app/forms/use-request-keys';
import { personPath, usePersonId } from '../../app/person';
import { WizardBar } from '../../app/wizard-bar';
import { DraftRestored, DraftStatus } from '../drafts/draft-status';
import { useDraft } from '../drafts/use-draft';
import { useNameOf } from '../family/use-name-of';
import { documentFormsQuery, submitDocument } from './api/documents.api';
import { CategoryStep } from './category-step';
import { ChildSicknessDays } from './child-sickness-days';
import { CheckStep } from './check-step';
import { PagesStep } from './pages-step';
import { QuestionsStep } from './questions-step';
import { ReceivedSickNotes } from './received-sick-notes';
import { documentDraft, fieldsOf, type WizardValues } from './wizard-values';

const steps = ['', 'fragen', 'seiten', 'pruefen'] as const;
type Step = (typeof steps)[number];
const NOTHING: WizardValues = { category: '', answers: {} };

/** What for, what about, the pages, a last look, and it is sent. */
export function NewDocumentPage() {
  const personId = usePersonId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const name = useNameOf(personId);
  const { data: forms } = useSuspenseQuery(documentFormsQuery(personId));
  const draft = useDraft(documentDraft, personId);
  const [values, setValues] = useState<WizardValues>(draft.values ?? NOTHING);
  const [uploadIds, setUploadIds] = useState<string[]>([]);
  // Those of before a break only: what this form sends itself it knows.
  const [earlier, setEarlier] = useState(draft.values?.uploadIds);
  // Counts how often the form was set to other values: then its parts begin anew.
  const [round, setRound] = useState(0);
  const sendUnderKey = useRequestKeys();
  const [refusal, setRefusal] = useState<unknown>(null);
  const path = personPath(personId, '/dokumente/neu') as '/dokumente/neu';
  const form = forms.find(({ category }) => category === values.category);
  const Aside = form ? asideOf(form.category, personId) : null;
  const step = reachable(useSearchText('schritt'), form !== undefined, uploadIds.length > 0);
  // Once begun, uploads go on while the member looks at another step.
  const [hasBegunPages, setHasBegunPages] = useState(false);
  if (step === 'seiten' && !hasBegunPages) setHasBegunPages(true);

  const to = (next: Step) => ({ to: path, search: { schritt: next || undefined } });
  const go = (next: Step) => navigate(to(next));

  async function keep(next: WizardValues, following: Step): Promise<void> {
    setValues(next);
    setRefusal(null);
    const outcome = await draft.save(next, `${path}?schritt=${following}`);
    if (outcome === 'changed' || outcome === 'signed-out') return;
    await go(following);
  }

  /** The form holds what another device saved, or nothing after the draft was deleted. */
  function reset(saved: WizardValues | undefined): void {
    setValues(saved ?? { ...NOTHING, category: values.category });
    setEarlier(saved?.uploadIds);
    setUploadIds([]);
    setHasBegunPages(false);
    setRefusal(null);
    setRound(round + 1);
  }

  /** What has arrived outlives the session (A4), also while another page is on its way; sent is only the whole. */
  function takePages(ids: string[], isAll: boolean): void {
    setUploadIds(isAll ? ids : []);
    if (ids.length === 0 || ids.join() === values.uploadIds?.join()) return;
    const next = { ...values, uploadIds: ids };
    setValues(next);
    void draft.save(next, `${path}?schritt=seiten`);
  }

  async function send(): Promise<void> {
    if (!form || values.category === '') return;
    const submission = { category: values.category, uploadIds, fields: fieldsOf(form, values.answers) };
    try {
      const { id } = await sendUnderKey(submission, (key) => submitDocument(queryClient, personId, submission, key));
      await draft.remove().catch(() => undefined); // it is sent: the draft runs out by itself
      await navigate({
        to: personPath(personId, `/dokumente/${id}`),
        search: { schritt: 'beleg' },
        replace: true,
      });
    } catch (error) {
      if (!(error instanceof ApiProblem) || !error.extra.errors?.some(({ pointer }) => pointer.startsWith('/fields/')))
        throw error;
      setRefusal(error);
      await go('fragen');
    }
  }

  return (
    <>
      <WizardBar
        name={form && step !== '' ? form.title : m.documents_new_short()}
        step={{ current: steps.indexOf(step) + 1, total: 5 }}
        renderBack={(content, className) =>
          step === '' ? (
            <Link className={className} to={personPath(personId, '/dokumente')}>
              {content}
            </Link>
          ) : (
            <Link className={className} {...to(steps[steps.indexOf(step) - 1] ?? '')}>
              {content}
            </Link>
          )
        }
      />
      <div className="wrap stack stack-32">
        {(step === '' || step === 'fragen') && <DraftRestored draft={draft} />}
        {step === '' && (
          <CategoryStep
            key={round}
            forms={forms}
            category={values.category}
            onDone={(category) =>
              keep({ ...values, category, answers: category === values.category ? values.answers : {} }, 'fragen')
            }
          />
        )}
        {step === 'fragen' && form && (
          <div className={Aside ? 'columns' : undefined}>
            <QuestionsStep
              personId={personId}
              key={`${form.category}/${round}`}
              form={form}
              values={values}
              draft={draft}
              returnUrl={`${path}?schritt=fragen`}
              refusal={refusal}
              onReset={reset}
              onDone={(answers) => keep({ ...values, answers }, 'seiten')}
            />
            {Aside && <Aside personId={personId} />}
          </div>
        )}
        {form && hasBegunPages && (
          <PagesStep
            key={round}
            form={form}
            isShown={step === 'seiten'}
            uploadIds={uploadIds}
            earlier={earlier}
            onArrived={takePages}
            onDone={async () => {
              if (draft.status !== 'changed') await go('pruefen');
            }}
          />
        )}
        {step === 'pruefen' && form && (
          <CheckStep
            form={form}
            answers={values.answers}
            personId={personId}
            uploadIds={uploadIds}
            name={name}
            renderChange={(back, content) => <Link {...to(back)}>{content}</Link>}
            onSend={send}
          />
        )}
        <div role="status">
          {step !== 'fragen' && draft.status === 'changed' && <DraftStatus draft={draft} onReset={reset} />}
        </div>
      </div>
    </>
  );
}

/** What we know already about this kind of document. Of sick notes only the person themself is told. */
function asideOf(category: DocumentCategory, personId: string): ComponentType<{ personId: string }> | null {
  if (category === 'child-sickness-benefit') return ChildSicknessDays;
  return category === 'sick-note' && personId === 'me' ? ReceivedSickNotes : null;
}

/** The step of the address, or the first one that is still to be done. */
function reachable(asked: string | undefined, hasForm: boolean, hasPages: boolean): Step {
  const step = steps.find((known) => known === (asked ?? '')) ?? '';
  if (!hasForm) return '';
  return step === 'pruefen' && !hasPages ? 'seiten' : step;
}
