import path from 'node:path';

/** The fictitious persons an empty database gets; whoever may register is named with what registering asks for. */
const persons = [
  ['Erika Muster', 'A123456780', '01099', 'main member of two children'],
  ['Aylin Demir', 'Z123456783', '10115', ''],
  ['Lena Sommer', 'X110407071', '80331', ''],
  ['Jonas Muster', 'A000500015', '01099', 'family member, 16'],
  ['Max Winter', 'T555558879', '04109', 'cover ended: is refused'],
  ['Mia Muster', 'C000500021', '01099', 'a child: is refused'],
];

/**
 * What to do next, once everything runs.
 * @param {{ url: string, companionUrl: string, folder: string, startedAfter: number, isScanned: boolean }} instance
 * @returns {string}
 */
export function welcome({ url, companionUrl, folder, startedAfter, isScanned }) {
  const rows = persons.map(([name = '', kvnr, postalCode, note]) =>
    `    ${name.padEnd(13)} ${kvnr}  ${postalCode}  ${note}`.trimEnd(),
  );
  return [
    '',
    `  Onlinefiliale is ready at ${url}  (after ${(startedAfter / 1000).toFixed(1)} s)`,
    `  The companion (second factor) is at ${companionUrl}`,
    '',
    '  Register as one of these fictitious persons (name, KVNR, postcode):',
    ...rows,
    '',
    `  The activation code is in the letter:  ${path.join(folder, 'print')}/*.pdf`,
    `  E-mails and text messages:             ${path.join(folder, 'mail')}, ${path.join(folder, 'sms')}`,
    `  Logs:                                  ${path.join(folder, 'logs')}`,
    '',
    ...(isScanned ? [] : ['  NO VIRUS SCANNER: uploaded files are not scanned (CLAMD_URL is not set).', '']),
    '  Ctrl-C stops everything; the data stay.',
    '',
  ].join('\n');
}
