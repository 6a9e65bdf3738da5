import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Note, Section } from '@of/ui';
import { formatWeekday, m } from '@of/i18n';
import { HelpLine } from '../../app/help-line';
import { problemSentence } from '../../app/problem-sentence';
import { lettersQuery, orderActivationLetter } from './api/registration.api';

/** Orders a new letter with a new code; the code of the older one ends with it. */
export function NewLetter({ isUrgent }: { isUrgent: boolean }) {
  const queryClient = useQueryClient();
  const order = useMutation({
    mutationFn: orderActivationLetter,
    onSuccess: () => queryClient.invalidateQueries(lettersQuery),
  });
  return (
    <Section as="aside" title={isUrgent ? m.letter_new_title_urgent() : m.letter_new_title()}>
      <div className="stack stack-12">
        <p>{m.letter_new_text()}</p>
        {order.data ? (
          <Note kind="ok" role="status">
            <p>{m.letter_new_ordered({ date: formatWeekday(order.data) })}</p>
          </Note>
        ) : (
          <div>
            <Button
              look={isUrgent ? 'first' : 'second'}
              isBusy={order.isPending}
              busyLabel={m.form_sending()}
              onClick={() => order.mutate()}
            >
              {m.letter_new_order()}
            </Button>
          </div>
        )}
        {order.error && (
          <Note kind="error" role="alert">
            <p>{problemSentence(order.error)}</p>
          </Note>
        )}
        <HelpLine />
      </div>
    </Section>
  );
}
