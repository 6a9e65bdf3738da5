import { parsePrintReport } from './print-report';

describe('print report', () => {
  it('reads status and time', () => {
    expect(parsePrintReport({ status: 'posted', at: '2026-11-24T16:00:00+01:00' })).toEqual({
      status: 'posted',
      at: new Date('2026-11-24T15:00:00Z'),
    });
  });

  it.each([
    [undefined],
    [null],
    ['posted'],
    [[]],
    [{}],
    [{ status: 'posted' }],
    [{ status: 'lost', at: '2026-11-24T16:00:00Z' }],
    [{ status: 'posted', at: '2026-11-24' }],
    [{ status: 'posted', at: '2026-11-24T16:00:00' }],
    [{ status: 'posted', at: '2026-13-24T16:00:00Z' }],
    [{ status: 'posted', at: 1_764_000_000 }],
    [{ status: ['posted'], at: '2026-11-24T16:00:00Z' }],
  ])('refuses %j', (content) => {
    expect(parsePrintReport(content)).toBeNull();
  });
});
