import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PersonStep } from './person-step';
import { registrationDraft } from './registration-draft';

jest.mock('@tanstack/react-router', () => ({
  Link: ({ children }: { children: string }) => <a href="/hilfe">{children}</a>,
}));

function setUp() {
  const onDone = jest.fn();
  render(<PersonStep onDone={onDone} />);
  const kvnr = screen.getByLabelText('Versichertennummer');
  const postalCode = screen.getByLabelText('Postleitzahl');
  const send = () => userEvent.click(screen.getByRole('button', { name: 'Weiter' }));
  return { onDone, kvnr, postalCode, send };
}

describe('PersonStep', () => {
  it('B4 takes the first ten places of a pasted full number, and says so', async () => {
    const { kvnr } = setUp();
    await userEvent.click(kvnr);
    await userEvent.paste(' a123456780 104212505 1 ');
    expect(kvnr).toHaveValue('A123456780');
    expect(screen.getByText(/ersten 10 Stellen/)).toBeVisible();
  });

  it.each([
    ['', 'Geben Sie Ihre Versichertennummer ein.'],
    ['123', 'Geben Sie die 10 Stellen Ihrer Versichertennummer ein: ein Buchstabe und 9 Ziffern.'],
    ['A123456781', 'Vergleichen Sie die Versichertennummer mit Ihrer Karte. Eine Stelle stimmt nicht.'],
  ])('B5 names what is wrong with %p, at the field and in the summary', async (number, sentence) => {
    const { kvnr, postalCode, send, onDone } = setUp();
    if (number) await userEvent.type(kvnr, number);
    await userEvent.type(postalCode, '01099');
    expect(screen.queryByRole('alert')).toBeNull();
    await send();
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveFocus();
    expect(within(summary).getByRole('link', { name: sentence })).toBeVisible();
    expect(kvnr).toBeInvalid();
    expect(kvnr).toHaveAccessibleDescription(expect.stringContaining(sentence));
    expect(document.title).toMatch(/^Fehler: /);
    expect(onDone).not.toHaveBeenCalled();
  });

  it('asks whether the zero is missing', async () => {
    const { kvnr, postalCode, send } = setUp();
    await userEvent.type(kvnr, 'A123456780');
    await userEvent.type(postalCode, '1099');
    await send();
    expect(await screen.findAllByText(/Fehlt vielleicht die Null am Anfang/)).toHaveLength(2);
  });

  it('goes on with both entries as they are meant', async () => {
    const { kvnr, postalCode, send, onDone } = setUp();
    await userEvent.type(kvnr, 'a123 456 780');
    await userEvent.type(postalCode, ' 01099 ');
    await send();
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(registrationDraft()).toMatchObject({ kvnr: 'A123456780', postalCode: '01099' });
  });
});
