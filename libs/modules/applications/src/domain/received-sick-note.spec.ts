import { DateOnly, type ValidationError } from '@of/kernel';
import { readReceivedSickNote } from './received-sick-note';

const today = DateOnly.parse('2026-11-26');
const note = { number: 'eAU-1', from: '2026-11-16', until: '2026-11-20', receivedOn: '2026-11-16', isFollowUp: false };

const faultsOf = (part: Partial<typeof note>): string[] => {
  try {
    readReceivedSickNote({ ...note, ...part }, today);
    return [];
  } catch (error) {
    return ((error as ValidationError).fieldErrors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  }
};

it('takes a period of one day, and one that ends in the future', () => {
  expect(faultsOf({ until: '2026-11-16' })).toEqual([]);
  expect(faultsOf({ until: '2026-12-24' })).toEqual([]);
});

it.each([
  [{ number: '' }, ['/number required']],
  [{ number: 'a\nb' }, ['/number unusable-character']],
  [{ number: 'x'.repeat(65) }, ['/number too-long']],
  [{ from: '16.11.2026' }, ['/from date-format']],
  [{ from: '2026-02-30' }, ['/from date-not-real']],
  [{ until: '2026-11-15' }, ['/until date-order']],
  [{ until: '2027-11-17' }, ['/until period-too-long']],
  [{ receivedOn: '2026-11-27' }, ['/receivedOn date-in-future']],
  [{ number: '', from: 'x', receivedOn: 'y' }, ['/from date-format', '/receivedOn date-format', '/number required']],
] as [Partial<typeof note>, string[]][])('names the faults of %j', (part, faults) => {
  expect(faultsOf(part).sort()).toEqual([...faults].sort());
});
