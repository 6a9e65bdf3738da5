/* How every notice about the safety of an account ends: whoever did not do it calls at once. */

export const notYou = (hotline: string): string =>
  `Das waren Sie nicht? Dann rufen Sie uns bitte gleich an: ${hotline}.`;
export const notYouEn = (hotline: string): string => `This was not you? Then please call us right away: ${hotline}.`;
