import { useEffect, useState } from 'react';
import { QueryClient } from '@tanstack/react-query';
import { Outlet, RouterProvider, createMemoryHistory } from '@tanstack/react-router';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createPortalRouter } from './router';

// jsdom has none; the router asks whether something thrown is one.
Object.assign(globalThis, { Response: class {} });
const mockShellMounts = jest.fn();

jest.mock('./guard', () => ({ guard: () => () => undefined, personGuard: () => undefined }));
jest.mock('./shell', () => ({
  Shell: () => {
    useEffect(() => mockShellMounts(), []);
    return <Outlet />;
  },
}));
jest.mock('./later-pages', () => ({
  laterPages: {
    newDocument: () =>
      Promise.resolve(() => {
        const [typed, setTyped] = useState('');
        return <input aria-label="Angaben" value={typed} onChange={({ target }) => setTyped(target.value)} />;
      }),
  },
}));

it('a page forgets what was typed when the child in its address is another one', async () => {
  const router = createPortalRouter(new QueryClient());
  router.update({
    ...router.options,
    history: createMemoryHistory({ initialEntries: ['/person/mia/dokumente/neu'] }),
  } as never);
  render(<RouterProvider router={router} />);
  await userEvent.type(await screen.findByLabelText('Angaben'), 'von Mia');
  await act(() => router.navigate({ to: '.', search: { schritt: 'fragen' } }));
  expect(screen.getByLabelText('Angaben')).toHaveValue('von Mia');
  await act(() => router.navigate({ to: '/person/jonas/dokumente/neu' }));
  expect(screen.getByLabelText('Angaben')).toHaveValue('');
  expect(mockShellMounts).toHaveBeenCalledTimes(1);
});
