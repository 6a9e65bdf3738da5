import { Fragment, useMemo, type ReactNode } from 'react';
import { keepTogether } from './keep-together';
import { parseMarkdown, type Block, type Inline } from './markdown-parser';

interface MarkdownProps {
  text: string;
  /** Level of the first heading in the text; the page's own headings stand above it. */
  topLevel?: 2 | 3;
}

/** Shows a text of the insurer. It is built of elements, never of HTML: whatever stands in the text stays text. */
export function Markdown({ text, topLevel = 2 }: MarkdownProps) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  const highest = Math.min(...blocks.map((block) => (block.type === 'heading' ? block.level : 9)));
  return (
    <>
      {blocks.map((block, index) => (
        <Fragment key={index}>{renderBlock(block, topLevel - highest)}</Fragment>
      ))}
    </>
  );
}

function renderBlock(block: Block, shift: number): ReactNode {
  switch (block.type) {
    case 'heading': {
      const Tag = `h${Math.min(block.level + shift, 6)}` as 'h2';
      return <Tag>{renderInline(block.content)}</Tag>;
    }
    case 'list': {
      const Tag = block.isOrdered ? 'ol' : 'ul';
      return (
        <Tag>
          {block.items.map((item, index) => (
            <li key={index}>{renderInline(item)}</li>
          ))}
        </Tag>
      );
    }
    case 'quote':
      return <blockquote>{renderInline(block.content)}</blockquote>;
    case 'rule':
      return <hr />;
    default:
      return <p>{renderInline(block.content)}</p>;
  }
}

function renderInline(content: Inline[]): ReactNode {
  return content.map((part, index) => {
    switch (part.type) {
      case 'strong':
        return <strong key={index}>{renderInline(part.content)}</strong>;
      case 'emphasis':
        return <em key={index}>{renderInline(part.content)}</em>;
      case 'link':
        return (
          <a key={index} href={part.href}>
            {renderInline(part.content)}
          </a>
        );
      case 'break':
        return <br key={index} />;
      default:
        return <Fragment key={index}>{keepTogether(part.text)}</Fragment>;
    }
  });
}
