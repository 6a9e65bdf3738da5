import { openMatters } from './open-matters';

const reachable = {
  email: { value: 'a@b.example', verified: true },
  mobile: null,
};

describe('what is open', () => {
  it('is nothing when all is done', () => expect(openMatters(reachable)).toEqual([]));

  it('C11 names the last day of cover while it runs, and the last day of access afterwards', () => {
    const ending = openMatters({
      ...reachable,
      coverEnd: { state: 'ending', coverEndsOn: '2026-11-30', accessEndsOn: null },
    });
    expect(ending).toEqual([
      expect.objectContaining({ until: '2026-11-30', title: expect.stringMatching(/endet am/) }),
    ]);
    const ended = openMatters({
      ...reachable,
      coverEnd: { state: 'ended', coverEndsOn: '2026-11-22', accessEndsOn: '2026-12-23' },
    });
    expect(ended).toEqual([expect.objectContaining({ until: '2026-12-23' })]);
    expect(ended[0]?.title).toMatch(/noch bis 23\.\s?Dezember 2026 offen/);
    expect(ended[0]?.text).toMatch(/endete am 22\.\s?November 2026/);
  });

  it('D12 offers the second factor, and names the time while no letter is needed', () => {
    const [later] = openMatters({ ...reachable, ways: { transfer: null, until: null } });
    expect(later).toMatchObject({ to: '/daten/zugang/geraet', text: expect.not.stringMatching(/Uhr/) });
    const [now] = openMatters({ ...reachable, ways: { transfer: 'first-device', until: '2026-11-23T10:30:00Z' } });
    expect(now?.text).toMatch(/Bis \d\d:30 Uhr .* ohne Brief/);
  });
});
