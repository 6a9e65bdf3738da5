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
