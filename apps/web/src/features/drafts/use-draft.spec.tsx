import { Suspense, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ApiProblem, type Draft as StoredDraft } from '@of/api-client';
import { sessionQuery } from '../session/session-query';
import * as calls from './api/drafts.api';
import type { DraftForm } from './draft-form';
import { saveOpenForms } from './open-forms';
import { useDraft } from './use-draft';

jest.mock('./api/drafts.api', () => {
  const real = jest.requireActual<typeof calls>('./api/drafts.api');
  const readDraft = jest.fn();
  const draftQuery = (personId: string, form: string) => ({
    ...real.draftQuery(personId, form as 'address-change'),
    queryFn: () => readDraft(personId, form) as Promise<StoredDraft | null>,
  });
  return { ...real, draftQuery, readDraft, saveDraft: jest.fn(), deleteDraft: jest.fn() };
});
const api = jest.mocked(calls);

interface Values {
  street: string;
}
const form: DraftForm<Values> = { name: 'address-change', version: 1 };
const stored = (revision: number, street: string): StoredDraft => ({
  form: 'address-change',
  formData: { street },
  metadata: {
    version: 1,
    revision,
    returnUrl: '/daten/anschrift',
    savedAt: '2026-11-23T10:00:00.000Z',
    expiresAt: '2027-01-22T10:00:00.000Z',
  },
});
const refusal = (status: number, code: string) => new ApiProblem(status, code, '', {});

/** The hook on a page of its own, for somebody who is logged in. */
async function open(owner: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery.queryKey, { person: { insuredId: owner } } as never);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <Suspense fallback={null}>{children}</Suspense>
    </QueryClientProvider>
  );
  const hook = renderHook(() => useDraft(form, 'me'), { wrapper });
  await waitFor(() => expect(hook.result.current).not.toBeNull());
  return hook;
}

const revisions = () => api.saveDraft.mock.calls.map(([, , , revision]) => revision);

describe('useDraft', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    api.readDraft.mockResolvedValue(null);
  });

  it('A4 gives what was saved, and saves over exactly that', async () => {
    api.readDraft.mockResolvedValue(stored(4, 'Alt'));
    api.saveDraft.mockResolvedValueOnce(stored(5, 'Neu')).mockResolvedValueOnce(stored(6, 'Neuer'));
    const { result } = await open('erika');
    expect(result.current).toMatchObject({ values: { street: 'Alt' }, isRestored: true, status: 'saved' });
    await act(async () => {
      const both = [result.current.save({ street: 'Neu' }, '/a'), result.current.save({ street: 'Neuer' }, '/a')];
      expect(await Promise.all(both)).toEqual(['saved', 'saved']);
    });
    expect(revisions()).toEqual([4, 5]);
  });

  it.each([
    [refusal(0, 'network'), 'offline'],
    [refusal(401, 'not-authenticated'), 'signed-out'],
    [refusal(413, 'payload-too-large'), 'too-large'],
    [refusal(503, 'service-unavailable'), 'failed'],
    [new Error('x'), 'failed'],
  ])('A4 says what hindered it (%s), and tries again before the session ends', async (error, status) => {
    api.saveDraft.mockRejectedValueOnce(error).mockResolvedValueOnce(stored(1, 'Neu'));
    const { result, unmount } = await open('erika');
    await act(async () => expect(await result.current.save({ street: 'Neu' }, '/a')).toBe(status));
    expect(result.current.status).toBe(status);
    await act(() => saveOpenForms());
    expect(result.current.status).toBe('saved');
    unmount();
  });

  it('A4 shows what was typed and not saved to the same person again, and to nobody else', async () => {
    api.saveDraft.mockRejectedValue(refusal(401, 'not-authenticated'));
    const first = await open('erika');
    await act(async () => void (await first.result.current.save({ street: 'Getippt' }, '/a')));
    first.unmount();
    const again = await open('erika');
    expect(again.result.current.values).toEqual({ street: 'Getippt' });
    again.unmount();
    const other = await open('aylin');
    expect(other.result.current.values).toBeUndefined();
    other.unmount();
    expect((await open('erika')).result.current.values).toBeUndefined();
  });

  it('K4 a newer version that cannot be read now is not taken for none', async () => {
    api.readDraft.mockResolvedValueOnce(stored(1, 'Alt')).mockRejectedValueOnce(refusal(0, 'network'));
    api.saveDraft.mockRejectedValue(refusal(409, 'draft-changed'));
    const { result } = await open('erika');
    await act(async () => expect(await result.current.save({ street: 'Hier' }, '/a')).toBe('offline'));
    api.readDraft.mockResolvedValueOnce(stored(2, 'Handy'));
    await act(async () => expect(await result.current.save({ street: 'Hier' }, '/a')).toBe('changed'));
    act(() => expect(result.current.takeNewer()).toEqual({ street: 'Handy' }));
  });

  it('K4 lets the member choose between two versions', async () => {
    for (const choice of ['newer', 'mine'] as const) {
      jest.resetAllMocks();
      api.readDraft.mockResolvedValueOnce(stored(1, 'Alt')).mockResolvedValueOnce(stored(2, 'Handy'));
      api.saveDraft.mockRejectedValueOnce(refusal(409, 'draft-changed')).mockResolvedValueOnce(stored(3, 'Hier'));
      const { result, unmount } = await open('erika');
      await act(async () => expect(await result.current.save({ street: 'Hier' }, '/a')).toBe('changed'));
      if (choice === 'newer') {
        act(() => expect(result.current.takeNewer()).toEqual({ street: 'Handy' }));
        expect(revisions()).toEqual([1]);
      } else {
        await act(async () => expect(await result.current.keepMine()).toBe('saved'));
        expect(revisions()).toEqual([1, 2]);
      }
      expect(result.current.status).toBe('saved');
      unmount();
    }
  });
});
