import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { AlertDialog, Button } from '@of/ui';
import { m } from '@of/i18n';
import { personPath } from '../../app/person';
import { hasUnsavedForm, saveOpenForms } from '../drafts/open-forms';

interface Switch {
  /** Goes to a person's home page; where something is typed and not saved, it asks first. */
  switchTo: (personId: string) => void;
  question: ReactNode;
}

/** Acting for somebody else begins with a page of theirs; nothing is told to the server. */
export function useSwitchPerson(): Switch {
  const navigate = useNavigate();
  const [asked, setAsked] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const go = async (personId: string) => {
    setAsked(null);
    await navigate({ to: personPath(personId, '/start') });
  };
  async function saveAndGo(personId: string): Promise<void> {
    setIsSaving(true);
    await saveOpenForms();
    setIsSaving(false);
    await go(personId);
  }
  return {
    switchTo: (personId) => (hasUnsavedForm() ? setAsked(personId) : void go(personId)),
    question: asked !== null && (
      <AlertDialog
        title={m.draft_ask_title()}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button isBusy={isSaving} busyLabel={m.draft_status_saving()} onClick={() => void saveAndGo(asked)}>
              {m.draft_ask_save()}
            </Button>
            <Button look="second" onClick={() => void go(asked)}>
              {m.draft_ask_discard()}
            </Button>
            <Button look="quiet" onClick={() => setAsked(null)}>
              {m.draft_ask_stay()}
            </Button>
          </>
        }
      >
        <p>{m.draft_ask_text()}</p>
      </AlertDialog>
    ),
  };
}
