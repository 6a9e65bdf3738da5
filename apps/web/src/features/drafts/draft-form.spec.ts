import { lift, type DraftForm } from './draft-form';

interface Values {
  street: string;
  city: string;
}

const form: DraftForm<Values> = {
  name: 'address-change',
  version: 3,
  migrations: {
    1: (old) => ({ ...old, town: 'Dresden' }),
    2: ({ town, ...rest }: { town?: string }) => ({ ...rest, city: town }),
  },
};
const saved = (version: number, formData: Record<string, unknown>) => ({
  formData,
  metadata: { version, revision: 1, returnUrl: '/', savedAt: '', expiresAt: '' },
});

describe('a saved draft', () => {
  it('is taken as it is when this version wrote it', () => {
    expect(lift(form, saved(3, { street: 'A', city: 'B' }))).toEqual({ street: 'A', city: 'B' });
  });

  it('is lifted step by step when an older version wrote it', () => {
    expect(lift(form, saved(1, { street: 'A' }))).toEqual({ street: 'A', city: 'Dresden' });
    expect(lift(form, saved(2, { street: 'A', town: 'B' }))).toEqual({ street: 'A', city: 'B' });
  });

  it('is left alone when a newer version wrote it, or a step is missing', () => {
    expect(lift(form, saved(4, { street: 'A' }))).toBeUndefined();
    expect(lift({ ...form, migrations: { 2: (old) => old } }, saved(1, { street: 'A' }))).toBeUndefined();
  });
});
