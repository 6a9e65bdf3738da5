export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis'; content: Inline[] }
  | { type: 'link'; href: string; content: Inline[] }
  | { type: 'break' };

export type Block =
  | { type: 'heading'; level: number; content: Inline[] }
  | { type: 'paragraph' | 'quote'; content: Inline[] }
  | { type: 'list'; isOrdered: boolean; items: Inline[][] }
  | { type: 'rule' };

const bullet = /^\s{0,3}[-*+]\s+/;
const numbered = /^\s{0,3}\d{1,3}[.)]\s+/;
/** Only addresses that lead somewhere harmless; a link to anything else is shown as text. */
const safeAddress = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

/** The part of Markdown that the insurer's texts use: headings, paragraphs, lists, quotes, emphasis, links. */
export function parseMarkdown(source: string): Block[] {
  return source
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}|\n(?=#{1,6}\s)/)
    .flatMap(parseChunk);
}

function parseChunk(chunk: string): Block[] {
  const lines = chunk.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0];
  if (first === undefined) return [];
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(first);
  if (heading) {
    const block: Block = { type: 'heading', level: heading[1]!.length, content: parseInline(heading[2]!) };
    return [block, ...parseChunk(lines.slice(1).join('\n'))];
  }
  if (lines.length === 1 && /^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(first)) return [{ type: 'rule' }];
  if (lines.every((line) => line.startsWith('>'))) {
    return [{ type: 'quote', content: parseInline(lines.map((line) => line.replace(/^>\s?/, '')).join('\n')) }];
  }
  const start = lines.findIndex((line) => bullet.test(line) || numbered.test(line));
  if (start === -1) return [{ type: 'paragraph', content: parseInline(lines.join('\n')) }];
  const before = parseChunk(lines.slice(0, start).join('\n'));
  return [...before, parseList(lines.slice(start))];
}

function parseList(lines: string[]): Block {
  const marker = bullet.test(lines[0]!) ? bullet : numbered;
  const items: string[] = [];
  for (const line of lines) {
    if (marker.test(line)) items.push(line.replace(marker, ''));
    else items[items.length - 1] += `\n${line.trim()}`;
  }
  return { type: 'list', isOrdered: marker === numbered, items: items.map(parseInline) };
}

const inlineMark =
  /\*\*(.+?)\*\*|__(.+?)__|\*([^\s*][^*]*?)\*|\[([^\]]+)\]\(((?:[^()\s]|\([^()\s]*\))+)\)|<(https?:\/\/[^\s>]+)>|(?: {2,}|\\)\n/s;

export function parseInline(text: string): Inline[] {
  const mark = inlineMark.exec(text);
  if (!mark) return text ? [{ type: 'text', text: text.replace(/\n/g, ' ').replace(/\\([*_#[\]()\\-])/g, '$1') }] : [];
  const [whole, strong, underlined, emphasis, label, address, bare] = mark;
  const before = parseInline(text.slice(0, mark.index));
  const after = parseInline(text.slice(mark.index + whole.length));
  return [...before, inlineOf(), ...after];

  function inlineOf(): Inline {
    const bold = strong ?? underlined;
    if (bold !== undefined) return { type: 'strong', content: parseInline(bold) };
    if (emphasis !== undefined) return { type: 'emphasis', content: parseInline(emphasis) };
    if (bare !== undefined) return { type: 'link', href: bare, content: [{ type: 'text', text: bare }] };
    if (label === undefined || address === undefined) return { type: 'break' };
    if (!safeAddress.test(address)) return { type: 'text', text: label };
    return { type: 'link', href: address, content: parseInline(label) };
  }
}
