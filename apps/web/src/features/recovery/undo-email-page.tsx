import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Note, buttonClass } from '@of/ui';
import { m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { PageHeading } from '../../app/page-heading';
import { problemSentence } from '../../app/problem-sentence';
import { undoEmailChange } from './api/recovery.api';
import { captureUndoToken } from './undo-link';

/** The way back for whoever did not change the e-mail address: one deliberate click. */
export function UndoEmailPage() {
  const [token] = useState(captureUndoToken);
  const undo = useMutation({ mutationFn: undoEmailChange });
  if (undo.isSuccess) return <Undone />;
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={token ? m.undo_lead() : m.undo_no_link()}>{m.undo_title()}</PageHeading>
      {undo.error && (
        <div className="narrow">
          <Note kind="error" role="alert">
            <p>{problemSentence(undo.error)}</p>
          </Note>
        </div>
      )}
      {token && (
        <div className="button-row">
          <Button isBusy={undo.isPending} busyLabel={m.form_sending()} onClick={() => undo.mutate(token)}>
            {m.undo_submit()}
          </Button>
        </div>
      )}
      <HelpLine />
    </div>
  );
}

function Undone() {
  return (
    <div className="wrap stack stack-32">
      <PageHeading lead={m.undo_done_lead()}>{m.undo_done_title()}</PageHeading>
      <div className="narrow">
        <Note kind="warn">
          <p>{m.undo_done_text()}</p>
        </Note>
      </div>
      <div className="button-row">
        <Link className={buttonClass()} to="/hilfe/passwort-vergessen">
          {m.undo_done_next()}
        </Link>
      </div>
      <HelpLine />
    </div>
  );
}
