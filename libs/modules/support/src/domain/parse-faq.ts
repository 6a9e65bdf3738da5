export interface ParsedFaq {
  readonly question: string;
  readonly answer: string;
  /** Place within the group. */
  readonly order: number;
}

const shape = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/**
 * Reads a question with its answer: a head with `question` and `order` between two lines `---`, then Markdown.
 * @throws Error saying what is wrong with it
 */
export function parseFaq(file: string): ParsedFaq {
  const [, head, content] = shape.exec(file.replace(/\r\n/g, '\n').replace(/^\ufeff/, '')) ?? [];
  if (head === undefined || content === undefined) throw new Error('no head between two lines of ---');
  const entries = new Map(
    head
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readLine),
  );
  const unknown = [...entries.keys()].filter((key) => key !== 'question' && key !== 'order');
  if (unknown.length > 0) throw new Error(`unknown in the head: ${unknown.join(', ')}`);
  const [question, order] = [entries.get('question'), entries.get('order')];
  if (!question) throw new Error('missing in the head: question');
  if (!order || !/^\d{1,4}$/.test(order)) throw new Error('order is no whole number');
  if (content.trim() === '') throw new Error('no answer');
  return { question, order: Number(order), answer: `${content.trim()}\n` };
}

function readLine(line: string): [string, string] {
  const [, key, value] = /^(\w+):\s*(.*)$/.exec(line.trim()) ?? [];
  if (key === undefined || value === undefined) throw new Error(`not "key: value": ${line}`);
  return [key, value.replace(/^(["'])(.*)\1$/, '$2').trim()];
}
