import { observeAnswers } from '@of/api-client';

let ahead = 0;

/** The time that counts is the server's; phones are often minutes off. */
export function followServerClock(): void {
  observeAnswers(({ serverTime }) => {
    if (serverTime !== null) ahead = serverTime - Date.now();
  });
}

export function serverNow(): number {
  return Date.now() + ahead;
}
