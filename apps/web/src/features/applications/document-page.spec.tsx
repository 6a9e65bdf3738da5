import { Suspense, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { api, type DocumentProgress } from '@of/api-client';
import { sessionQuery } from '../session/session-query';
import { DocumentPage } from './document-page';

jest.mock('@tanstack/react-router', () => ({
  Link: ({ children, to }: { children: ReactNode; to: string }) => <a href={to}>{children}</a>,
}));
jest.mock('../../app/person', () => ({
  ...jest.requireActual<object>('../../app/person'),
  usePersonId: () => 'mia',
}));
jest.mock('../../app/address', () => ({ usePathId: () => 'd1', useSearchText: () => 'beleg' }));

const document = (progress: DocumentProgress) => ({
  id: 'd1',
  title: 'Krankmeldung',
  pageCount: 1,
  progress,
  receivedAt: '2026-06-30T10:00:00Z',
  forwardedAt: null,
  overdueAt: null,
  acknowledgedAt: null,
  rejectedAt: progress === 'rejected' ? '2026-06-30T10:01:00Z' : null,
  contentUrl: null,
  receipt: {
    number: 'D-1',
    receivedAt: '2026-06-30T10:00:00Z',
    sha256: 'a'.repeat(64),
    verificationCode: 'X',
    verificationUrl: '/pruefen/X',
    pdfUrl: '/receipt.pdf',
    keyId: 'k1',
  },
});

let progress: DocumentProgress;
const get = jest.spyOn(api, 'GET');

async function setUp(first: DocumentProgress): Promise<void> {
  progress = first;
  get.mockReset().mockImplementation((async (path: string) => ({
    data: path.endsWith('/{docId}') ? document(progress) : { items: [] },
    response: { ok: true, status: 200, headers: new Map() },
  })) as never);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery.queryKey, null);
  render(
    <QueryClientProvider client={client}>
      <Suspense>
        <DocumentPage />
      </Suspense>
    </QueryClientProvider>,
  );
  await act(() => jest.advanceTimersByTimeAsync(100));
}

const asked = () => (get.mock.calls as unknown[][]).filter(([path]) => String(path).endsWith('/{docId}')).length;
const NOTHING_TO_DO = /nichts weiter tun/;

describe('DocumentPage, right after sending', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('does not say that nothing is left to do when a file turns out to be refused while one looks on', async () => {
    await setUp('being-checked');
    expect(screen.getByText(NOTHING_TO_DO)).toBeInTheDocument();
    progress = 'rejected';
    await act(() => jest.advanceTimersByTimeAsync(6_000));
    expect(screen.queryByText(NOTHING_TO_DO)).toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: 'Krankmeldung' })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('noch einmal');
  });

  it('asks no more once it is known', async () => {
    await setUp('submitted');
    const once = asked();
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(asked()).toBe(once);
  });

  it('does not keep the session open by asking', async () => {
    await setUp('being-checked');
    await act(() => jest.advanceTimersByTimeAsync(180_000));
    const most = asked();
    await act(() => jest.advanceTimersByTimeAsync(600_000));
    expect(asked()).toBe(most);
  });
});
