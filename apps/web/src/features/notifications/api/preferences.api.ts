import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '@of/api-client';

const path = '/api/v1/me/preferences';

const readPreferences = (signal?: AbortSignal) => answerOf(api.GET(path, { signal }));

/** Language and, for each kind of notice, which channels are on and which of them may be switched. */
export type Preferences = Awaited<ReturnType<typeof readPreferences>>;
export type NoticeKind = Preferences['notices'][number]['kind'];
export type Channel = keyof Preferences['notices'][number]['channels'];
export type Switches = Record<Channel, boolean>;

export const preferencesQuery = queryOptions({
  queryKey: ['me', 'preferences'],
  queryFn: ({ signal }) => readPreferences(signal),
});

export function savePreferences(body: {
  language: Preferences['language'];
  notices: { kind: NoticeKind; channels: Switches }[];
}): Promise<Preferences> {
  return answerOf(api.PUT(path, { body }));
}
