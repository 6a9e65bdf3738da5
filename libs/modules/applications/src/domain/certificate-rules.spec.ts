import { DateOnly } from '@of/kernel';
import { leastAgeFor } from './certificate-rules';

const day = DateOnly.parse('2026-11-26');

it.each([
  ['membership', 0],
  ['foreign-cover', 0],
  ['employer', 15],
  ['studies', 16],
] as const)('%s is issued from the age of %i', (kind, age) => expect(leastAgeFor(kind, day)).toBe(age));
