import { createHash } from 'node:crypto';

type Bundle = Record<string, { type: 'chunk'; code: string } | { type: 'asset'; source: string | Uint8Array }>;

/** Fonts for rare letters are fetched when a name needs them, not ahead. */
const isPrecached = (name: string) => name.startsWith('assets/') && !/latin-ext/.test(name);

/** The files that every visit needs, and a name for exactly this set. */
export function listShell(bundle: Bundle): { release: string; files: string[] } {
  const hash = createHash('sha256');
  for (const name of Object.keys(bundle).sort()) {
    const file = bundle[name] as Bundle[string];
    if (name === 'sw.js') continue;
    hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
  }
  const files = Object.keys(bundle).filter(isPrecached).sort();
  return { release: hash.digest('hex').slice(0, 16), files: files.map((name) => `/${name}`) };
}
