import type { ReactNode } from 'react';

/** A line never ends within "E-Mail". */
export function keepTogether(text: string): ReactNode {
  if (!/E-Mail/i.test(text)) return text;
  return text.split(/(E-Mail[^\s,.;:?]*)/i).map((part, index) =>
    index % 2 ? (
      <span key={index} className="no-break">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
