import { fileNameOf, shownName } from './file-name';

describe('fileNameOf', () => {
  it.each([
    ['Rechnung Dr. Muster', 'application/pdf', 'Rechnung Dr. Muster.pdf'],
    ['../../etc/passwd', 'application/pdf', 'etc passwd.pdf'],
    ['a\u0000b\r\nSet-Cookie: x', 'image/png', 'a b Set-Cookie x.png'],
    ['rechnung\u202efdp.exe', 'application/pdf', 'rechnung fdp.exe.pdf'],
    ['...', 'image/jpeg', 'Dokument.jpg'],
    ['Ärztin "Krüger" <1>', 'application/zip', 'Ärztin Krüger 1.zip'],
    ['x'.repeat(300), 'text/html', `${'x'.repeat(100)}.html`],
    ['Datei', 'application/x-unknown', 'Datei.bin'],
  ])('S49 makes a harmless name of %j', (title, mediaType, name) => {
    expect(fileNameOf(title, mediaType)).toBe(name);
  });
});

describe('shownName', () => {
  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\temp\\scan.pdf', 'scan.pdf'],
    ['rechnung\u202efdp.exe', 'rechnungfdp.exe'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['', 'Datei'],
    ['y'.repeat(400), 'y'.repeat(255)],
  ])('S49 shows %j without what could mislead', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });
});
