import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore, type ReactNode } from 'react';
import { ApiProblem, type Approval } from '@of/api-client';
import { draftOf, forgetDraft } from '../approval/change-draft';
import { sessionQuery } from '../session/session-query';
import { changeBankAccount, meQuery } from './api/personal-data.api';
import { BankAccountPage } from './bank-account-page';

/** The address bar, as far as these pages use it. */
const mockAddress = { path: '/daten/konto', search: {} as Record<string, string | undefined>, tell: () => undefined };

jest.mock('@tanstack/react-router', () => ({
  Link: ({ children, to }: { children: ReactNode; to: string }) => <a href={to}>{children}</a>,
  useNavigate: () => (target: { to: string; search?: Record<string, string>; params?: { id: string } }) => {
    Object.assign(mockAddress, {
      path: target.to.replace('$id', target.params?.id ?? ''),
      search: target.search ?? {},
    });
    mockAddress.tell();
    return Promise.resolve();
  },
  useSearch: () =>
    useSyncExternalStore(
      (tell) => {
        mockAddress.tell = tell as never;
        return () => undefined;
      },
      () => mockAddress.search,
    ),
}));
jest.mock('./api/personal-data.api', () => ({
  ...jest.requireActual<object>('./api/personal-data.api'),
  changeBankAccount: jest.fn(),
}));
const change = jest.mocked(changeBankAccount);

const me = {
  givenName: 'Erika',
  familyName: 'Muster',
  bankAccount: { ibanMasked: '•••• 3000', accountHolder: 'Erika Muster' },
};

function setUp(level: 'basic' | 'full' = 'full'): void {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(sessionQuery.queryKey, { level, nextStep: null } as never);
  client.setQueryData(meQuery.queryKey, me as never);
  render(
    <QueryClientProvider client={client}>
      <BankAccountPage />
    </QueryClientProvider>,
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function enter(iban: string): Promise<void> {
  await userEvent.type(screen.getByLabelText('IBAN'), iban);
  await press('Weiter');
}

beforeEach(() => {
  Object.assign(mockAddress, { path: '/daten/konto', search: {} });
  forgetDraft('bank-account-change');
  change.mockReset();
});

describe('changing the bank account', () => {
  it.each([
    ['DE02 1203', /zu viele oder zu wenige Stellen/],
    ['DE03120300000000202051', /Tippfehler/],
    ['XX02120300000000202051', /hat keine IBAN/],
    ['Sparkasse 7', /Geben Sie eine IBAN ein/],
  ])('F3 names what is wrong with %s before anything is sent', async (iban, sentence) => {
    setUp();
    await enter(iban);
    expect(within(await screen.findByRole('alert')).getByText(sentence)).toBeVisible();
    expect(change).not.toHaveBeenCalled();
  });

  it('S29 shows old and new, asks once, goes to where the release is awaited, and stores nothing', async () => {
    setUp();
    await enter('de02 120300000000202051');
    expect(await screen.findByRole('heading', { level: 1, name: 'Stimmt alles?' })).toHaveFocus();
    expect(screen.getByText('•••• 3000')).toBeVisible();
    expect(screen.getByText('DE02 1203 0000 0000 2020 51')).toBeVisible();
    change.mockResolvedValue({ id: 'a1', status: 'pending' } as Approval);
    await press('Bankverbindung ändern');
    expect(change).toHaveBeenCalledTimes(1);
    expect(mockAddress.path).toBe('/daten/freigabe/a1');
    // What was typed outlives a refusal on the device; nothing of it is in the browser's storage (S29).
    expect(draftOf('bank-account-change')?.values).toMatchObject({ accountHolder: 'Erika Muster' });
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('2020');
  });

  it('leads back to the field when the API finds a fault in it', async () => {
    setUp();
    await enter('DE02120300000000202051');
    const detail = 'Dieser Name ist zu lang.';
    const errors = [{ pointer: '/accountHolder', code: 'too-long', detail }];
    change.mockRejectedValue(new ApiProblem(422, 'validation-failed', '', { errors }));
    await press('Bankverbindung ändern');
    expect(await screen.findByLabelText('Kontoinhaber')).toBeInvalid();
    expect(within(screen.getByRole('alert')).getByText(detail)).toBeVisible();
    expect(screen.getByLabelText('IBAN')).toHaveValue('DE02 1203 0000 0000 2020 51');
  });

  it('says until when to wait after too many requests, and leads to a device when there is none', async () => {
    setUp();
    await enter('DE02120300000000202051');
    change.mockRejectedValue(new ApiProblem(429, 'too-many-requests', 'x', { retryAfterSeconds: 240 }));
    await press('Bankverbindung ändern');
    expect(await screen.findByText(/Bitte warten Sie 4 Minuten/)).toBeVisible();
    change.mockRejectedValue(new ApiProblem(403, 'second-factor-required', 'Dafür brauchen Sie ein Gerät.'));
    await press('Bankverbindung ändern');
    expect(await screen.findByRole('link', { name: 'Gerät verbinden' })).toHaveAttribute(
      'href',
      '/daten/zugang/geraet',
    );
  });

  it('D8 without a second factor says why it is locked and how to go on', () => {
    setUp('basic');
    expect(screen.queryByLabelText('IBAN')).toBeNull();
    expect(screen.getByText('Diese Änderung ist geschützt')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Gerät verbinden' })).toBeVisible();
  });
});
