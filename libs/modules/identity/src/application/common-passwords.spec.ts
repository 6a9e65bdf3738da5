import { Branding } from '@of/platform';
import { CommonPasswords } from './common-passwords';

const common = new CommonPasswords(new Branding());

describe('CommonPasswords', () => {
  it.each([
    'Passwort1234!',
    'passwort',
    'PASSWORT!!!!',
    'P4ssw0rt-2026',
    '!Willkommen123',
    'Sommer2026!!!',
    'Musterkasse-1',
    'Onlinefiliale1!',
    'Muenchen.1860',
    'München_1860!',
    'password1',
    'Qwertz123456!',
    '123456789',
    'Ichliebedich1!',
    'Gesundheit.2026',
    'Fußball-2026!',
  ])('S09 knows %s', (password) => {
    expect(common.has(password)).toBe(true);
  });

  it.each(['Regenbogen-7-Fahrrad', 'Leuchtturm_Kaffee.42', 'gH7!kQ2_pLx9zz', 'SommerRegenWolke-7', 'Aa1!aaaaaaaa'])(
    'does not know %s',
    (password) => {
      expect(common.has(password)).toBe(false);
    },
  );
});
