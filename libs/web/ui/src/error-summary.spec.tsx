import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorSummary } from './error-summary';

const lines = [
  { fieldId: 'kvnr', message: 'Geben Sie die Nummer ein.' },
  { fieldId: 'plz', message: 'Geben Sie die Postleitzahl ein.' },
];

describe('ErrorSummary', () => {
  it('takes the focus, again with each attempt', () => {
    const { rerender } = render(<ErrorSummary title="Bitte prüfen Sie 2 Angaben" lines={lines} attempt={1} />);
    const summary = screen.getByRole('alert', { name: 'Bitte prüfen Sie 2 Angaben' });
    expect(summary).toHaveFocus();
    summary.blur();
    rerender(<ErrorSummary title="Bitte prüfen Sie 2 Angaben" lines={lines} attempt={2} />);
    expect(summary).toHaveFocus();
  });

  it('leads to each field', async () => {
    render(
      <>
        <ErrorSummary title="Fehler" lines={lines} attempt={1} />
        <input id="kvnr" aria-label="Nummer" />
        <input id="plz" aria-label="Postleitzahl" />
      </>,
    );
    await userEvent.click(screen.getByRole('link', { name: lines[1]?.message }));
    expect(screen.getByLabelText('Postleitzahl')).toHaveFocus();
  });
});
