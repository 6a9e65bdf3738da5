import { DateOnly } from '@of/kernel';
import type { LegalText } from './legal-document';

export interface ParsedLegalText extends LegalText {
  readonly publishedAt: DateOnly;
}

const shape = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
const known = ['title', 'publishedAt', 'changes'] as const;

/**
 * Reads a legal text: a head of `key: value` lines between two lines `---`, then Markdown.
 * @throws Error saying what is wrong with it
 */
export function parseLegalText(file: string): ParsedLegalText {
  const [, head, content] = shape.exec(file.replace(/\r\n/g, '\n').replace(/^\ufeff/, '')) ?? [];
  if (head === undefined || content === undefined) throw new Error('no head between two lines of ---');
  const entries = new Map(
    head
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readLine),
  );
  const missing = known.filter((key) => !entries.get(key));
  if (missing.length > 0) throw new Error(`missing in the head: ${missing.join(', ')}`);
  const unknown = [...entries.keys()].filter((key) => !(known as readonly string[]).includes(key));
  if (unknown.length > 0) throw new Error(`unknown in the head: ${unknown.join(', ')}`);
  const publishedAt = DateOnly.tryParse(entries.get('publishedAt'));
  if (!publishedAt.ok) throw new Error('publishedAt is no day YYYY-MM-DD');
  if (content.trim() === '') throw new Error('no text');
  const [title, changes] = [entries.get('title') as string, entries.get('changes') as string];
  return { title, changes, publishedAt: publishedAt.value, content: `${content.trim()}\n` };
}

function readLine(line: string): [string, string] {
  const [, key, value] = /^(\w+):\s*(.*)$/.exec(line.trim()) ?? [];
  if (key === undefined || value === undefined) throw new Error(`not "key: value": ${line}`);
  return [key, value.replace(/^(["'])(.*)\1$/, '$2').trim()];
}
