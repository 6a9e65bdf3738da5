import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { meQuery } from './api/personal-data.api';
import { useIsOfAge } from './use-is-of-age';

function isOfAge(dateOfBirth: string, now: string): boolean | undefined {
  jest.useFakeTimers({ now: new Date(now) });
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(meQuery.queryKey, { dateOfBirth } as never);
  const { result } = renderHook(useIsOfAge, {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  return result.current;
}

describe('useIsOfAge', () => {
  afterEach(() => jest.useRealTimers());

  it.each([
    ['the last minute before the birthday', '2026-06-30T21:59:00Z', false],
    ['the first minute of the birthday in Germany', '2026-06-30T22:00:00Z', true],
  ])('counts by the calendar in Germany: %s', (_when, now, expected) => {
    expect(isOfAge('2008-07-01', now)).toBe(expected);
  });

  it.each([
    ['2026-02-28T12:00:00Z', false],
    ['2026-03-01T12:00:00Z', true],
  ])('born on 29 February, at %s', (now, expected) => expect(isOfAge('2008-02-29', now)).toBe(expected));
});
