import type { NextStep, Session } from '@of/api-client';
import { pathAfter, redirectFor, type PageArea } from './step-guard';

const session = (nextStep: NextStep | null) => ({ nextStep }) as Session;

describe('step guard', () => {
  it.each<[NextStep | null | 'none', PageArea, string | null]>([
    ['none', 'guest', null],
    ['none', 'member', '/anmelden'],
    ['none', 'activate', '/anmelden'],
    ['activate', 'member', '/freischalten'],
    ['activate', 'activate', null],
    ['activate', 'accept-terms', '/freischalten'],
    ['accept-terms', 'member', '/bedingungen'],
    ['accept-terms', 'change-password', '/bedingungen'],
    ['confirm-contact', 'member', '/kontakt-bestaetigen'],
    ['confirm-contact', 'confirm-contact', null],
    ['change-password', 'member', '/daten/zugang/passwort'],
    ['change-password', 'change-password', null],
    [null, 'member', null],
    [null, 'change-password', null],
    [null, 'activate', '/start'],
    [null, 'accept-terms', '/start'],
    [null, 'guest', '/start'],
    ['activate', 'guest', '/freischalten'],
    ['activate', 'new-device', '/freischalten'],
    ['approve-login', 'member', '/anmelden/freigabe'],
    ['approve-login', 'approve-login', null],
    ['approve-login', 'new-device', null],
    [null, 'new-device', null],
    [null, 'approve-login', '/start'],
    ['none', 'leave', '/anmelden'],
    ['activate', 'leave', null],
    ['accept-terms', 'leave', null],
    ['approve-login', 'leave', '/anmelden/freigabe'],
    [null, 'leave', null],
  ])('with step %s, a page of %s leads to %s', (step, area, path) => {
    expect(redirectFor(step === 'none' ? null : session(step), area)).toBe(path);
  });

  it('goes on at the open step, or home', () => {
    expect(pathAfter(session('accept-terms'))).toBe('/bedingungen');
    expect(pathAfter(session(null))).toBe('/start');
  });
});
