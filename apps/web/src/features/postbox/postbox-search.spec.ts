import { filterOf, readPostboxSearch } from './postbox-search';

describe('what stands in the address of the postbox', () => {
  it.each([
    [{}, {}],
    [{ suche: ' Bescheid ' }, { query: 'Bescheid' }],
    [{ suche: 4711 }, { query: '4711' }],
    [{ suche: 'x'.repeat(200) }, { query: 'x'.repeat(100) }],
    [
      { ungelesen: true, jahr: '2026', art: 'decision' },
      { unread: true, year: 2026, kind: 'decision' },
    ],
    [{ ungelesen: 'no', jahr: 'abc', art: '<script>', other: 1 }, {}],
    [{ jahr: 12 }, {}],
  ])('%j', (search, filter) => {
    expect(filterOf(readPostboxSearch(search))).toEqual(filter);
  });
});
