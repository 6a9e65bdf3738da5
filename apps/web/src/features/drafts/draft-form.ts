import type { Draft, DraftName } from '@of/api-client';

/** A form that can be saved half-way. */
export interface DraftForm<T extends object> {
  name: DraftName;
  /** Grows whenever the values change their shape. */
  version: number;
  /** Lifts what an older version wrote by one version each: `{ 1: (old) => … }` makes version 2 of version 1. */
  migrations?: Readonly<Record<number, (old: object) => object>>;
  /** Only so that the compiler knows the shape. */
  example?: T;
}

/**
 * What was saved, as this version of the form understands it.
 * @returns undefined where it does not: a newer portal wrote it, or a step is missing
 */
export function lift<T extends object>(form: DraftForm<T>, saved: Pick<Draft, 'formData' | 'metadata'>): T | undefined {
  let values: object = saved.formData;
  const from = saved.metadata.version;
  if (from > form.version) return undefined;
  for (let version = from; version < form.version; version++) {
    const migration = form.migrations?.[version];
    if (!migration) return undefined;
    values = migration(values);
  }
  return values as T;
}
