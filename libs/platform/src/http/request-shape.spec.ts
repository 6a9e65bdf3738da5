import { assertUsableShape, hasUnusableCharacters } from './request-shape';

const codeOf = (value: unknown): unknown => {
  try {
    assertUsableShape(value);
    return 'usable';
  } catch (error) {
    const { code, fieldErrors } = error as { code: string; fieldErrors?: unknown };
    return fieldErrors ?? code;
  }
};
const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

describe('assertUsableShape', () => {
  it.each([
    ['NUL\u0000', true],
    ['\ud800', true],
    ['\udc00x', true],
    ['😀', false],
    ['', false],
    ['\n\t\u0007', false],
  ])('S38 finds %j unusable: %s', (text, unusable) => {
    expect(hasUnusableCharacters(text)).toBe(unusable);
  });

  it('S38 names the field with the unusable character, escaped as a JSON pointer', () => {
    expect(codeOf({ a: { 'b/c~d': ['x', 'y\u0000'] } })).toEqual([
      { pointer: '/a/b~1c~0d/1', code: 'unusable-character' },
    ]);
  });

  it.each([
    ['21 levels', nested(21)],
    ['1 001 items', Array(1_001).fill(0)],
    ['__proto__', JSON.parse('{"__proto__": 1}')],
    ['constructor', { constructor: 1 }],
    ['prototype', { a: { prototype: 1 } }],
    ['a NUL in a name', { 'a\u0000': 1 }],
    ['a number beyond all bounds', JSON.parse('{"a":[1e999]}')],
  ])('S31 S38 refuses %s', (_, value) => {
    expect(codeOf(value)).toBe('malformed-request');
  });

  it.each([
    ['20 levels', nested(20)],
    ['1 000 items', Array(1_000).fill(0)],
    ['null', null],
    ['a number', 5],
  ])('takes %s', (_, value) => {
    expect(codeOf(value)).toBe('usable');
  });
});
