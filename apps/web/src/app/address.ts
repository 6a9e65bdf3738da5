import { useParams, useSearch } from '@tanstack/react-router';

function textIn(values: unknown, name: string): string | undefined {
  const value = (values as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** A parameter after the `?` of the address. */
export function useSearchText(name: 'fassung' | 'grund' | 'schritt'): string | undefined {
  return textIn(useSearch({ strict: false }) as unknown, name);
}

/** The question of a deep link `/hilfe/…`. */
export function useQuestionId(): string | undefined {
  return textIn(useParams({ strict: false }) as unknown, 'id');
}
