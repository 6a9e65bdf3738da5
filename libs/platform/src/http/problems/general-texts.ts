import type { FieldTexts, ProblemTexts } from './problem';

export const generalProblemTexts: ProblemTexts = {
  'malformed-request': {
    de: {
      title: 'Anfrage nicht lesbar',
      detail: 'Wir konnten die Anfrage nicht lesen. Bitte senden Sie sie noch einmal.',
    },
    en: { title: 'Request not readable', detail: 'We could not read the request. Please send it again.' },
  },
  'bad-request': {
    de: {
      title: 'Anfrage nicht möglich',
      detail: 'Diese Anfrage können wir so nicht bearbeiten. Bitte prüfen Sie Ihre Angaben.',
    },
    en: {
      title: 'Request not possible',
      detail: 'We cannot process this request as it is. Please check what you entered.',
    },
  },
  'validation-failed': {
    de: {
      title: 'Bitte prüfen Sie Ihre Angaben',
      detail: 'Einige Angaben fehlen oder passen nicht. Bei jedem Feld steht, was zu tun ist.',
    },
    en: {
      title: 'Please check what you entered',
      detail: 'Some entries are missing or do not fit. Each field says what to do.',
    },
  },
  'not-authenticated': {
    de: { title: 'Nicht angemeldet', detail: 'Sie sind nicht angemeldet. Bitte melden Sie sich an.' },
    en: { title: 'Not signed in', detail: 'You are not signed in. Please sign in.' },
  },
  'step-required': {
    de: {
      title: 'Vorher ist noch ein Schritt nötig',
      detail: 'Bitte schließen Sie zuerst den offenen Schritt Ihrer Anmeldung ab.',
    },
    en: { title: 'One step comes first', detail: 'Please finish the open step of your sign-in first.' },
  },
  'cross-origin-refused': {
    de: {
      title: 'Anfrage von einer fremden Seite',
      detail: 'Diese Anfrage kam von einer fremden Seite. Wir haben nichts geändert.',
    },
    en: { title: 'Request from a foreign site', detail: 'This request came from a foreign site. We changed nothing.' },
  },
  'not-found': {
    de: { title: 'Nicht gefunden', detail: 'Das haben wir nicht gefunden. Bitte prüfen Sie die Adresse.' },
    en: { title: 'Not found', detail: 'We did not find this. Please check the address.' },
  },
  'method-not-allowed': {
    de: { title: 'Methode nicht erlaubt', detail: 'Diese Adresse kennt die Methode der Anfrage nicht.' },
    en: { title: 'Method not allowed', detail: 'This address does not know the method of the request.' },
  },
  conflict: {
    de: {
      title: 'Das passt nicht mehr zum Stand',
      detail: 'In der Zwischenzeit hat sich etwas geändert. Bitte laden Sie die Seite neu.',
    },
    en: { title: 'This no longer fits', detail: 'Something has changed in the meantime. Please reload the page.' },
  },
  'payload-too-large': {
    de: { title: 'Anfrage zu groß', detail: 'Die Anfrage ist zu groß. Bitte kürzen Sie Ihre Angaben.' },
    en: { title: 'Request too large', detail: 'The request is too large. Please shorten what you entered.' },
  },
  'unsupported-media-type': {
    de: { title: 'Format nicht unterstützt', detail: 'Bitte senden Sie die Daten als JSON (application/json).' },
    en: { title: 'Format not supported', detail: 'Please send the data as JSON (application/json).' },
  },
  'too-many-requests': {
    de: {
      title: 'Bitte warten Sie kurz',
      detail: 'Das waren sehr viele Anfragen. Bitte versuchen Sie es in {retryAfter} noch einmal.',
    },
    en: { title: 'Please wait a moment', detail: 'These were very many requests. Please try again in {retryAfter}.' },
  },
  'idempotency-key-invalid': {
    de: {
      title: 'Schlüssel nicht brauchbar',
      detail: 'Der Idempotency-Key muss aus 1 bis 255 sichtbaren ASCII-Zeichen bestehen.',
    },
    en: { title: 'Key not usable', detail: 'The Idempotency-Key must consist of 1 to 255 visible ASCII characters.' },
  },
  'idempotency-key-reused': {
    de: {
      title: 'Schlüssel schon verwendet',
      detail: 'Dieser Idempotency-Key gehört zu einer anderen Anfrage. Bitte nehmen Sie einen neuen.',
    },
    en: { title: 'Key already used', detail: 'This Idempotency-Key belongs to another request. Please use a new one.' },
  },
  'idempotency-in-progress': {
    de: {
      title: 'Anfrage läuft noch',
      detail: 'Die erste Anfrage mit diesem Schlüssel läuft noch. Bitte fragen Sie gleich noch einmal.',
    },
    en: {
      title: 'Request still running',
      detail: 'The first request with this key is still running. Please ask again in a moment.',
    },
  },
  'service-unavailable': {
    de: {
      title: 'Gerade nicht erreichbar',
      detail: 'Das hat gerade nicht geklappt. Es wurde nichts gespeichert. Bitte versuchen Sie es gleich noch einmal.',
    },
    en: {
      title: 'Not available right now',
      detail: 'This did not work just now. Nothing was saved. Please try again in a moment.',
    },
  },
  'internal-error': {
    de: {
      title: 'Ein Fehler ist aufgetreten',
      detail: 'Bei uns ist ein Fehler aufgetreten. Bitte versuchen Sie es noch einmal oder rufen Sie uns an.',
    },
    en: { title: 'An error occurred', detail: 'Something went wrong on our side. Please try again or call us.' },
  },
};

export const generalFieldTexts: FieldTexts = {
  invalid: { de: 'Bitte prüfen Sie diese Angabe.', en: 'Please check this entry.' },
  required: { de: 'Bitte füllen Sie dieses Feld aus.', en: 'Please fill in this field.' },
  'wrong-type': { de: 'Diese Angabe hat die falsche Form.', en: 'This entry has the wrong form.' },
  'too-long': { de: 'Diese Angabe ist zu lang.', en: 'This entry is too long.' },
  'unknown-field': { de: 'Dieses Feld kennen wir nicht.', en: 'We do not know this field.' },
  'not-allowed': { de: 'Dieser Wert ist hier nicht möglich.', en: 'This value is not possible here.' },
  'unusable-character': {
    de: 'Diese Angabe enthält Zeichen, die wir nicht speichern können.',
    en: 'This entry contains characters that we cannot store.',
  },
  'cursor-invalid': {
    de: 'Diese Seite der Liste gibt es nicht. Bitte beginnen Sie von vorn.',
    en: 'There is no such page of the list. Please start from the beginning.',
  },
};
