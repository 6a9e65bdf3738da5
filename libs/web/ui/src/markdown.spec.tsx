import { render, screen } from '@testing-library/react';
import { Markdown } from './markdown';

describe('Markdown', () => {
  it('shows headings, paragraphs, lists and links', () => {
    render(
      <Markdown text={'# One\n\nText with **weight**.\n\n- a\n- b\n\n1. x\n2. y\n\n[Mail](mailto:a@b.example)'} />,
    );
    expect(screen.getByRole('heading', { level: 2, name: 'One' })).toBeVisible();
    expect(screen.getByText('weight').tagName).toBe('STRONG');
    expect(screen.getAllByRole('list').map((list) => list.tagName)).toEqual(['UL', 'OL']);
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
    expect(screen.getByRole('link', { name: 'Mail' })).toHaveAttribute('href', 'mailto:a@b.example');
  });

  it('S28 leaves HTML and script addresses as text', () => {
    const { container } = render(
      <Markdown
        text={
          '<img src=x onerror=alert(1)> <script>alert(2)</script>\n\n[here](javascript:alert(3)) [there](//foreign.example)'
        }
      />,
    );
    expect(container.querySelector('img, script, a')).toBeNull();
    expect(container).toHaveTextContent('<script>alert(2)</script>');
    expect(container).toHaveTextContent('here there');
  });

  it('keeps the order of headings below the level of the page', () => {
    render(<Markdown text={'## A\n### B'} topLevel={3} />);
    expect(screen.getByRole('heading', { level: 3, name: 'A' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 4, name: 'B' })).toBeVisible();
  });

  it('breaks a line where the text asks for it', () => {
    const { container } = render(<Markdown text={'one\\\ntwo\nthree'} />);
    expect(container.innerHTML).toBe('<p>one<br>two three</p>');
  });
});
