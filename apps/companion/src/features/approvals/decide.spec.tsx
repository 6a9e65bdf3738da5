import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Submission } from '../../app/use-submission';
import type { DeviceApproval } from './api/approvals.api';
import { Decide } from './decide';

const login: DeviceApproval = {
  id: '019306a1-7c1e-7000-8000-000000000001',
  action: 'login',
  lines: [],
  matchNumber: '47',
  status: 'pending',
  createdAt: '2026-11-24T10:00:00.000Z',
  expiresAt: '2026-11-24T10:02:00.000Z',
  browser: 'Firefox · Windows',
  knownBrowser: false,
  place: 'other-network',
  decidedAt: null,
};
const change: DeviceApproval = {
  ...login,
  action: 'bank-account-change',
  matchNumber: '82',
  lines: [{ label: 'IBAN', from: 'endet auf 3000', to: 'endet auf 2051' }],
};
const idle: Submission = {
  problem: null,
  attempt: 0,
  isBusy: false,
  run: () => undefined,
  refuse: () => undefined,
  clear: () => undefined,
};

function show(approval: DeviceApproval) {
  const answers = { onApprove: jest.fn(), onDecline: jest.fn(), onWrongChoice: jest.fn(), onMismatch: jest.fn() };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Decide approval={approval} secondsLeft={100} submission={idle} {...answers} />
    </QueryClientProvider>,
  );
  const numbers = screen.queryByRole('group');
  return {
    ...answers,
    numbers: numbers ? within(numbers).getAllByRole('button') : [],
    press: (name: string) => userEvent.click(screen.getByRole('button', { name })),
  };
}

describe('deciding about a login', () => {
  it('D37 shows three numbers and releases only after the right one was chosen', async () => {
    const { numbers, press, onApprove } = show(login);
    expect(numbers).toHaveLength(3);
    await press('Freigeben');
    expect(onApprove).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toHaveTextContent('Wählen Sie zuerst die Zahl');
    await press('47');
    await press('Freigeben');
    expect(onApprove).toHaveBeenCalledWith('47');
  });

  it('D37 does not release after a wrong number, and closes the release after the second one', async () => {
    const { numbers, press, onApprove, onWrongChoice, onMismatch } = show(login);
    const [first, second] = numbers.map((button) => button.textContent ?? '').filter((number) => number !== '47');
    await press(first as string);
    expect(screen.getByRole('alert')).toHaveTextContent(`${first} ist nicht die richtige Zahl`);
    await press('Freigeben');
    await press(first as string);
    expect(onMismatch).not.toHaveBeenCalled();
    await press(second as string);
    expect(onMismatch).toHaveBeenCalledTimes(1);
    expect(onWrongChoice.mock.calls).toEqual([[first], [second]]);
    expect(onApprove).not.toHaveBeenCalled();
  });

  it('names an unknown browser and a foreign network', () => {
    show(login);
    expect(screen.getByText('In einem anderen Netz')).toBeVisible();
    expect(screen.getByText('Firefox · Windows, zum ersten Mal')).toBeVisible();
  });
});

describe('deciding about a change', () => {
  it('D37 shows the one number to compare, what is and what shall be', async () => {
    const { numbers, press, onApprove, onDecline } = show(change);
    expect(numbers).toHaveLength(0);
    expect(screen.getByText('82')).toBeVisible();
    expect(screen.getAllByRole('term').map((term) => term.nextSibling?.textContent)).toEqual(
      expect.arrayContaining(['endet auf 3000', 'endet auf 2051']),
    );
    await press('Ablehnen');
    expect(onDecline).toHaveBeenCalledTimes(1);
    await press('Freigeben');
    expect(onApprove).toHaveBeenCalledWith('82');
  });
});
