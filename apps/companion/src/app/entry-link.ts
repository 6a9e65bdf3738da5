/** What a link into the app carries after `#`. */
export type EntryLink =
  { kind: 'code'; code: string } | { kind: 'transfer'; transferId: string } | { kind: 'device'; deviceId: string };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function parseEntryLink(hash: string): EntryLink | null {
  const [, name, value] = /^#(code|transfer|device)=([^&]+)$/.exec(hash) ?? [];
  if (!name || !value) return null;
  if (name === 'code') return { kind: 'code', code: decodeSafely(value) };
  if (!ID.test(value)) return null;
  return name === 'transfer' ? { kind: 'transfer', transferId: value } : { kind: 'device', deviceId: value };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Takes what a link carries into memory, and wipes it from the address bar and the history at once, before anything else
 * runs. `path` is where it leads.
 */
export function takeEntryLink(): EntryLink | null {
  const link = parseEntryLink(location.hash);
  if (link) history.replaceState(null, '', location.pathname + location.search);
  return link;
}
