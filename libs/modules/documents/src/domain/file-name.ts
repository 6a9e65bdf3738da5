const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'application/zip': 'zip',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/html': 'html',
};

/** The one ending that belongs to the content. */
export function endingOf(mediaType: string): string {
  return endings[mediaType] ?? 'bin';
}

/**
 * A name for saving, from a title: nothing that could be a path, a control character or a change of writing direction, and
 * the one ending that belongs to the content.
 */
export function fileNameOf(title: string, mediaType: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .trim();
  return `${words || 'Dokument'}.${endingOf(mediaType)}`;
}

/** What a member's device calls a file: kept to show it, never to find or open anything with it. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(0, 255) || 'Datei';
}
