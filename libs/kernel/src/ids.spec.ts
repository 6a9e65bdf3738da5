import { newId, parseId } from './ids';

describe('ids', () => {
  it('are UUIDv7 in ascending order', () => {
    const ids = Array.from({ length: 1000 }, () => newId<'Thing'>());
    expect(new Set(ids).size).toBe(1000);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each([['me'], [''], [null], [42], ['0'.repeat(36)], [`${newId()} `]])('refuse %p', (input) => {
    expect(parseId(input)).toBeNull();
  });

  it('are read in either case', () => {
    const id = newId<'Thing'>();
    expect(parseId(id.toUpperCase())).toBe(id);
  });
});
