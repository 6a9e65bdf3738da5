import { parseAcknowledgement } from './acknowledgement';

it.each([
  [{ reference: 'VG-2026-0815' }, 'VG-2026-0815'],
  [{}, null],
  [{ reference: null, at: '2026-11-26T10:00:00Z' }, null],
])('reads %j', (content, reference) => expect(parseAcknowledgement(content)).toEqual({ reference }));

it.each([
  undefined,
  null,
  'ok',
  7,
  [],
  { reference: 7 },
  { reference: '' },
  { reference: 'x'.repeat(65) },
  { reference: 'a b' },
])('refuses %j', (content) => expect(parseAcknowledgement(content)).toBeNull());
