import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { ApiProblem, type Approval } from '@of/api-client';
import { approvalQuery, withdrawApproval } from './api/approval.api';
import { ApprovalPage } from './approval-page';
import { forgetDraft, keepDraft } from './change-draft';

const mockNavigate = jest.fn(() => Promise.resolve());
jest.mock('@tanstack/react-router', () => ({
  Link: ({ children, to }: { children: ReactNode; to: string }) => <a href={to}>{children}</a>,
  useNavigate: () => mockNavigate,
  useParams: () => ({ id: 'a1' }),
  useRouter: () => ({ invalidate: jest.fn() }),
}));
jest.mock('./api/approval.api', () => ({
  ...jest.requireActual<object>('./api/approval.api'),
  withdrawApproval: jest.fn(() => Promise.resolve()),
}));

/** The server's stream, one for the page. */
class FakeSource extends EventTarget {
  static last: FakeSource | null = null;
  constructor(readonly address: string) {
    super();
    FakeSource.last = this;
  }
  close(): void {
    FakeSource.last = null;
  }
  tell(approval: Approval): void {
    act(() => void this.dispatchEvent(new MessageEvent('approval', { data: JSON.stringify(approval) })));
  }
}
Object.assign(globalThis, { EventSource: FakeSource });

const approval = (status: Approval['status']): Approval => ({
  id: 'a1',
  action: 'bank-account-change',
  lines: [{ label: 'IBAN', from: '•••• 3000', to: '•••• 2051' }],
  matchNumber: '47',
  status,
  createdAt: new Date(Date.now()).toISOString(),
  expiresAt: new Date(Date.now() + 300_000).toISOString(),
  devices: ['Handy'],
});

function setUp(first: Approval | ApiProblem): void {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  if (!(first instanceof ApiProblem)) client.setQueryData(approvalQuery('a1').queryKey, first);
  render(
    <QueryClientProvider client={client}>
      <ApprovalPage />
    </QueryClientProvider>,
  );
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

afterEach(() => {
  forgetDraft('bank-account-change');
  mockNavigate.mockClear();
  jest.useRealTimers();
});

describe('the wait for a release', () => {
  it('D5 shows the number, the device, the act and what will change', async () => {
    setUp(approval('pending'));
    await heading('Bitte bestätigen Sie auf Ihrem Gerät');
    expect(screen.getByText('47')).toBeVisible();
    expect(screen.getByText(/Bankverbindung ändern.*geschickt an: Handy/)).toBeVisible();
    expect(screen.getByText('•••• 2051')).toBeVisible();
    expect(FakeSource.last?.address).toBe('/api/v1/me/approvals/a1/events');
  });

  it('asks only after 30 seconds whether nothing has arrived', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-23T10:00:00Z') });
    setUp(approval('pending'));
    expect(screen.queryByText('Keine Anfrage erhalten?')).toBeNull();
    act(() => jest.advanceTimersByTime(30_500));
    expect(screen.getByText('Keine Anfrage erhalten?')).toBeVisible();
  });

  it('D6 follows the server to the end, focuses it, and closes the stream', async () => {
    setUp(approval('pending'));
    await heading('Bitte bestätigen Sie auf Ihrem Gerät');
    FakeSource.last?.tell(approval('declined'));
    expect(await heading('Abgelehnt. Ihre Daten sind unverändert.')).toHaveFocus();
    expect(FakeSource.last).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Das war ich nicht' }));
    expect(screen.getByRole('link', { name: 'Passwort ändern' })).toHaveAttribute('href', '/daten/zugang/passwort');
  });

  it('D6 run out: one button asks for the same again', async () => {
    const request = jest.fn(() => Promise.resolve({ ...approval('pending'), id: 'a2' }));
    keepDraft('bank-account-change', { values: {}, request });
    setUp(approval('expired'));
    await heading('Die 5 Minuten sind vorbei');
    await userEvent.click(screen.getByRole('button', { name: 'Neu anfordern' }));
    expect(request).toHaveBeenCalledTimes(1);
    expect(mockNavigate).toHaveBeenCalledWith(expect.objectContaining({ params: { id: 'a2' } }));
  });

  it('D6 run out after a reload: says what was asked, and leads to the form', async () => {
    setUp(approval('expired'));
    await heading('Die 5 Minuten sind vorbei');
    expect(screen.getByText('•••• 2051')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Noch einmal eingeben' })).toHaveAttribute('href', '/daten/konto');
  });

  it('asks the server again after a withdrawal that came too late', async () => {
    jest.mocked(withdrawApproval).mockRejectedValueOnce(new ApiProblem(409, 'approval-closed', 'x'));
    setUp(approval('pending'));
    await heading('Bitte bestätigen Sie auf Ihrem Gerät');
    await userEvent.click(screen.getByRole('button', { name: 'Anfrage zurückziehen' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
