import { Button } from '@of/ui';
import { m } from '@of/i18n';

interface SubmitButtonProps {
  isSending: boolean;
  /** Id of a text that belongs to it. */
  describedBy?: string;
  children: string;
}

/** Keeps its place while the form is being sent; a second press does nothing. */
export function SubmitButton({ isSending, describedBy, children }: SubmitButtonProps) {
  return (
    <Button type="submit" aria-describedby={describedBy} isBusy={isSending} busyLabel={m.form_sending()}>
      {children}
    </Button>
  );
}
