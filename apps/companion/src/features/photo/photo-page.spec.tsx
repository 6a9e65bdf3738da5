import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { PhotoPage } from './photo-page';

jest.mock('./use-photos', () => ({
  usePhotos: () => ({
    photos: [{ key: 1, pictureUrl: null, state: 'done', percent: 100, until: '2026-06-30T22:30:00.000Z', error: null }],
    add: jest.fn(),
    again: jest.fn(),
  }),
}));

it('says until which day in Germany a photo waits', () => {
  const client = new QueryClient();
  client.setQueryData(['upload-limits'], { isScanned: true, fileBytes: 1 });
  render(
    <QueryClientProvider client={client}>
      <PhotoPage />
    </QueryClientProvider>,
  );
  expect(screen.getByText(/1\.\sJuli 2026/)).toBeInTheDocument();
});
