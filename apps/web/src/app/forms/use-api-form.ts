import { useEffect, useState } from 'react';
import { useForm, type DefaultValues, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { ApiProblem } from '@of/api-client';
import { isSessionOver } from '../../features/session/session-watch';

export interface ApiForm<T extends FieldValues> {
  form: UseFormReturn<T>;
  /** A refusal that belongs to no field. */
  problem: unknown;
  /** Counts refused attempts; the summary takes the focus with each. */
  attempt: number;
  isSending: boolean;
  submit: (event?: React.BaseSyntheticEvent) => void;
}

interface ApiFormOptions<T extends FieldValues> {
  defaultValues: DefaultValues<T>;
  /** Which field a pointer of the API belongs to: `{ '/newPassword': 'password' }`. Unmapped ones become the form's problem. */
  pointers?: Partial<Record<string, FieldPath<T>>>;
  /** Which field a refusal as a whole belongs to, by its code: `{ 'code-invalid': 'code' }`. */
  codes?: Partial<Record<string, FieldPath<T>>>;
  send: (values: T) => Promise<void>;
  /** A refusal that led back to this form; it is shown when the form opens. */
  refusal?: unknown;
}

/** A form that is checked when it is sent, by its own rules and then by the API, and never while somebody types. */
export function useApiForm<T extends FieldValues>({
  defaultValues,
  pointers = {},
  codes = {},
  send,
  refusal,
}: ApiFormOptions<T>): ApiForm<T> {
  const form = useForm<T>({ defaultValues, mode: 'onSubmit', reValidateMode: 'onSubmit', shouldFocusError: false });
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setIsSending] = useState(false);
  const refuse = () => setAttempt((count) => count + 1);

  function showRefusal(error: unknown): void {
    const unplaced = !(error instanceof ApiProblem) || placeFieldErrors(error) === 0;
    setProblem(unplaced ? error : null);
    refuse();
  }

  function placeFieldErrors(error: ApiProblem): number {
    const placed = new Set<string>();
    const whole = codes[error.code];
    if (whole) {
      // The refusal's own sentence says more than the one of its field, for example how many tries are left.
      placed.add(whole);
      form.setError(whole, { type: 'api', message: error.detail });
    }
    for (const { pointer, detail } of error.extra.errors ?? []) {
      const field = pointers[pointer];
      if (!field || placed.has(field)) continue;
      placed.add(field);
      form.setError(field, { type: 'api', message: detail });
    }
    return placed.size;
  }

  useEffect(() => {
    if (refusal) showRefusal(refusal);
  }, [refusal]);

  const sendOnce = form.handleSubmit(async (values) => {
    if (isSending) return;
    setProblem(null);
    setIsSending(true);
    try {
      await send(values);
    } catch (error) {
      if (!isSessionOver(error)) showRefusal(error);
    } finally {
      setIsSending(false);
    }
  }, refuse);

  return { form, problem, attempt, isSending, submit: (event) => void sendOnce(event) };
}
