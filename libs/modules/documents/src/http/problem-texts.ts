import { addFieldTexts, addProblemTexts } from '@of/platform';

addFieldTexts({
  'upload-unknown': {
    de: 'Eine dieser Dateien kennen wir nicht mehr. Bitte laden Sie sie noch einmal hoch.',
    en: 'We no longer know one of these files. Please upload it again.',
  },
  'upload-unfinished': {
    de: 'Eine dieser Dateien ist noch nicht ganz bei uns. Bitte warten Sie, bis sie fertig ist.',
    en: 'One of these files has not arrived completely. Please wait until it has.',
  },
  'upload-used': {
    de: 'Eine dieser Dateien haben Sie schon eingereicht.',
    en: 'You have already submitted one of these files.',
  },
  'upload-rejected': {
    de: 'Eine dieser Dateien konnten wir nicht annehmen. Bitte entfernen Sie sie.',
    en: 'We could not accept one of these files. Please remove it.',
  },
  'case-too-large': {
    de: 'Zusammen sind das {actual} MB. Möglich sind {allowed} MB.',
    en: 'Together these are {actual} MB. Possible are {allowed} MB.',
  },
  'too-many-pages': {
    de: 'Zusammen sind das {actual} Seiten. Möglich sind {allowed}.',
    en: 'Together these are {actual} pages. Possible are {allowed}.',
  },
});

addProblemTexts({
  'file-type-not-allowed': {
    de: {
      title: 'Diese Art Datei nehmen wir nicht an',
      detail:
        'Wir nehmen JPEG, PNG, HEIC und PDF an. Bitte fotografieren Sie das Dokument oder speichern Sie es als PDF.',
    },
    en: {
      title: 'We do not accept this kind of file',
      detail: 'We accept JPEG, PNG, HEIC and PDF. Please take a photo of the document or save it as PDF.',
    },
  },
  'file-too-large': {
    de: {
      title: 'Die Datei ist zu groß',
      detail: 'Die Datei hat {actual} MB. Möglich sind {allowed} MB.',
    },
    en: { title: 'The file is too large', detail: 'The file has {actual} MB. Possible are {allowed} MB.' },
  },
  'file-empty': {
    de: { title: 'Die Datei ist leer', detail: 'In dieser Datei ist nichts. Bitte wählen Sie sie noch einmal aus.' },
    en: { title: 'The file is empty', detail: 'There is nothing in this file. Please choose it again.' },
  },
  'file-broken': {
    de: {
      title: 'Die Datei ist beschädigt',
      detail: 'Wir können diese Datei nicht lesen. Bitte öffnen Sie sie bei sich und speichern Sie sie neu.',
    },
    en: {
      title: 'The file is damaged',
      detail: 'We cannot read this file. Please open it on your device and save it again.',
    },
  },
  'file-too-complex': {
    de: {
      title: 'Die Datei ist zu aufwendig',
      detail: 'Diese Datei ist ausgepackt sehr groß. Bitte fotografieren Sie das Dokument oder scannen Sie es neu.',
    },
    en: {
      title: 'The file is too complex',
      detail: 'Unpacked, this file is very large. Please take a photo of the document or scan it again.',
    },
  },
  'image-too-large': {
    de: {
      title: 'Das Bild hat zu viele Bildpunkte',
      detail: 'Das Bild hat {actual} Megapixel. Möglich sind {allowed}.',
    },
    en: {
      title: 'The picture has too many pixels',
      detail: 'The picture has {actual} megapixels. Possible are {allowed}.',
    },
  },
  'pdf-active-content': {
    de: {
      title: 'Das PDF enthält mehr als Seiten',
      detail:
        'In diesem PDF stecken Programme oder weitere Dateien. Bitte drucken Sie es als neues PDF und laden Sie das hoch.',
    },
    en: {
      title: 'The PDF contains more than pages',
      detail: 'This PDF holds programs or further files. Please print it as a new PDF and upload that.',
    },
  },
  'pdf-encrypted': {
    de: {
      title: 'Das PDF ist geschützt',
      detail:
        'Dieses PDF ist mit einem Passwort geschützt. Bitte speichern Sie es ohne Schutz und laden Sie es noch einmal hoch.',
    },
    en: {
      title: 'The PDF is protected',
      detail: 'This PDF is protected by a password. Please save it without protection and upload it again.',
    },
  },
  'too-many-pages': {
    de: { title: 'Das PDF hat zu viele Seiten', detail: 'Das PDF hat {actual} Seiten. Möglich sind {allowed}.' },
    en: { title: 'The PDF has too many pages', detail: 'The PDF has {actual} pages. Possible are {allowed}.' },
  },
  'upload-limit-reached': {
    de: {
      title: 'Für heute sind es genug Dateien',
      detail: 'Sie haben in 24 Stunden {allowed} Dateien hochgeladen. Weitere sind in {retryAfter} möglich.',
    },
    en: {
      title: 'Enough files for today',
      detail: 'You have uploaded {allowed} files in 24 hours. More are possible in {retryAfter}.',
    },
  },
  'storage-full': {
    de: {
      title: 'Ihr Speicher bei uns ist voll',
      detail:
        'Mit dieser Datei wären es {actual} MB. Möglich sind {allowed} MB. Bitte rufen Sie uns an, wir helfen Ihnen weiter.',
    },
    en: {
      title: 'Your storage with us is full',
      detail: 'With this file it would be {actual} MB. Possible are {allowed} MB. Please call us, we will help you.',
    },
  },
  'upload-offset-mismatch': {
    de: {
      title: 'Das Hochladen geht an anderer Stelle weiter',
      detail:
        'Bei uns ist inzwischen mehr oder weniger angekommen. Bitte fragen Sie den Stand ab und senden Sie ab dort.',
    },
    en: {
      title: 'The upload goes on elsewhere',
      detail: 'More or less has arrived meanwhile. Please ask how far it is and send from there.',
    },
  },
  'upload-checksum-mismatch': {
    de: {
      title: 'Unterwegs ist etwas verloren gegangen',
      detail: 'Was angekommen ist, ist nicht, was gesendet wurde. Bitte senden Sie dieses Stück noch einmal.',
    },
    en: {
      title: 'Something was lost on the way',
      detail: 'What arrived is not what was sent. Please send this part again.',
    },
  },
  'upload-expired': {
    de: {
      title: 'Das Hochladen dauerte zu lange',
      detail: 'Dieses Hochladen ist abgelaufen. Bitte beginnen Sie noch einmal.',
    },
    en: { title: 'The upload took too long', detail: 'This upload has expired. Please start again.' },
  },
  'tus-version-missing': {
    de: { title: 'Protokoll nicht genannt', detail: 'Bitte nennen Sie Tus-Resumable: 1.0.0.' },
    en: { title: 'Protocol not named', detail: 'Please name Tus-Resumable: 1.0.0.' },
  },
  'document-not-ready': {
    de: { title: 'Noch nicht zu öffnen', detail: 'Dieses Dokument lässt sich im Moment nicht öffnen.' },
    en: { title: 'Cannot be opened yet', detail: 'This document cannot be opened at the moment.' },
  },
  'document-being-checked': {
    de: {
      title: 'Wird noch geprüft',
      detail:
        'Wir prüfen dieses Dokument noch auf Schadsoftware. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    },
    en: {
      title: 'Still being checked',
      detail: 'We are still checking this document for malware. Please try again in a few minutes.',
    },
  },
  'document-infected': {
    de: {
      title: 'Dokument gesperrt',
      detail:
        'In diesem Dokument haben wir Schadsoftware gefunden. Bitte reichen Sie es von einem anderen Gerät neu ein.',
    },
    en: {
      title: 'Document blocked',
      detail: 'We found malware in this document. Please submit it again from another device.',
    },
  },
  'document-unusable': {
    de: {
      title: 'Dokument nicht lesbar',
      detail: 'Dieses Dokument konnten wir nicht prüfen. Bitte reichen Sie es noch einmal ein.',
    },
    en: { title: 'Document not readable', detail: 'We could not check this document. Please submit it again.' },
  },
});
