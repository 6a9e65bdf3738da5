import { Button } from '@of/ui';
import { m } from '@of/i18n';

/** Keeps its place while the form is being sent; a second press does nothing. */
export function SubmitButton({ isSending, children }: { isSending: boolean; children: string }) {
  return (
    <Button type="submit" isBusy={isSending} busyLabel={m.form_sending()}>
      {children}
    </Button>
  );
}
