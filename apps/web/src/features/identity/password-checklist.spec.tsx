import { render, screen } from '@testing-library/react';
import { PasswordChecklist } from './password-checklist';
import { unmetPasswordRules } from './password-rules';

const usernames = ['A123456780', 'erika@post.example'];

describe('password rules', () => {
  it.each([
    ['Regenbogen-7-Fahrrad', []],
    ['', ['min-length', 'uppercase', 'lowercase', 'digit', 'special', 'equals-username']],
    ['Regenbogen-7', []],
    ['Regenbogen7-'.slice(1), ['min-length', 'uppercase']],
    ['regenbogen-7-fahrrad', ['uppercase']],
    ['REGENBOGEN-7-FAHRRAD', ['lowercase']],
    ['Regenbogen-sieben', ['digit']],
    ['Regenbogen7Fahrrad', ['special']],
    ['Regenbogen7#Fahrrad', ['special']],
    ['Ärger_über_3_Öfen', []],
    ['😀😀😀😀😀😀😀Aa1!', ['min-length']],
  ])('C5 %p leaves %p open', (password, unmet) => expect(unmetPasswordRules(password, usernames)).toEqual(unmet));

  it.each(['?', '!', ',', '.', ':', '_', '(', ')', '@', '-', '+'])('C5 %s counts as special', (character) =>
    expect(unmetPasswordRules(`Regenbogen7${character}`, [])).toEqual([]),
  );

  it('C6 is none of the user names, in any case', () => {
    expect(unmetPasswordRules('ERIKA@post.example', usernames)).toContain('equals-username');
    expect(unmetPasswordRules('a123456780', usernames)).toContain('equals-username');
  });
});

describe('PasswordChecklist', () => {
  it('C5 tells of each rule whether it is met, and how many are open', () => {
    const { rerender } = render(<PasswordChecklist password="Regen" usernames={usernames} />);
    expect(screen.getByText('mindestens 12 Zeichen').parentElement).toHaveTextContent('noch offen');
    expect(screen.getByText('ein Großbuchstabe').parentElement).toHaveTextContent('erfüllt');
    expect(screen.getByRole('status')).toHaveTextContent('Noch offen: 3 Regeln.');
    rerender(<PasswordChecklist password="Regenbogen-7-Fahrrad" usernames={usernames} />);
    expect(screen.getByRole('status')).toHaveTextContent('Alle Regeln sind erfüllt.');
  });

  it('C8 advises to keep it apart from number and card', () => {
    render(<PasswordChecklist password="" usernames={[]} />);
    expect(screen.getByText(/nie zusammen mit Ihrer Versichertennummer oder Karte/)).toBeVisible();
  });
});
