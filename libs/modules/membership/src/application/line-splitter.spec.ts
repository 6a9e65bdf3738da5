import { LineSplitter } from './line-splitter';

function split(chunks: (string | Buffer)[]) {
  const splitter = new LineSplitter();
  return [...chunks.flatMap((chunk) => splitter.push(Buffer.from(chunk))), ...splitter.end()];
}

describe('LineSplitter', () => {
  it.each([
    [['a\nb\n'], ['1 a', '2 b']],
    [['a\r\n\r\n  \nb'], ['1 a\r', '4 b']],
    [
      ['a', 'b', '\n', 'c'],
      ['1 ab', '2 c'],
    ],
    [['\ufeffa\nb'], ['1 a', '2 b']],
    [['ü'.repeat(3) + '\u2028x\n'], ['1 üüü\u2028x']],
    [[], []],
  ])('cuts %j', (chunks, expected) => {
    expect(split(chunks).map(({ number, text }) => `${number} ${text ?? 'unread'}`)).toEqual(expected);
  });

  it('keeps a letter whole that is cut between two chunks', () => {
    const bytes = Buffer.from('Jürgen\n');
    expect(split([bytes.subarray(0, 2), bytes.subarray(2)])).toEqual([{ number: 1, text: 'Jürgen' }]);
  });

  it('passes over what is no text and over lines without an end', () => {
    const lines = split([Buffer.from([0x61, 0xff, 0x0a]), ...Array(40).fill('x'.repeat(50_000)), '\nb']);
    expect(lines).toEqual([
      { number: 1, text: null, fault: 'not-utf8' },
      { number: 2, text: null, fault: 'line-too-long' },
      { number: 3, text: 'b' },
    ]);
  });
});
