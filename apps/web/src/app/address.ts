import { useParams, useSearch } from '@tanstack/react-router';

function textIn(values: unknown, name: string): string | undefined {
  const value = (values as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** A parameter after the `?` of the address. */
export function useSearchText(name: 'fassung' | 'grund' | 'schritt' | 'weg'): string | undefined {
  return textIn(useSearch({ strict: false }) as unknown, name);
}

/** The last part of an address that names one thing: a question, a device, a request. */
export function usePathId(): string | undefined {
  return textIn(useParams({ strict: false }) as unknown, 'id');
}
