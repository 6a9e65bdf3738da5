import { ImportReport } from './import-report';

const counts = { created: 2, changed: 1, unchanged: 0, superseded: 0, rejected: 0 };
const fault = { pointer: '/kvnr', code: 'kvnr-check-digit' };

describe('ImportReport', () => {
  it('is one line where nothing was left out', () => {
    expect(new ImportReport().print(counts)).toBe('created 2, changed 1, unchanged 0, rejected 0');
  });

  it('names rejected lines in the order of the file, with every reason', () => {
    const report = new ImportReport();
    report.rejected({ line: 17, faults: [{ pointer: '', code: 'not-json' }] });
    report.rejected({ line: 3, faults: [fault, { pointer: '/email', code: 'email-format' }] });
    expect(report.print({ ...counts, rejected: 2, superseded: 1 }).split('\n')).toEqual([
      'created 2, changed 1, unchanged 0, rejected 2',
      '1 of people who appear again further down: their last line counts',
      'Rejected lines:',
      '  line 3: /kvnr kvnr-check-digit, /email email-format',
      '  line 17: not-json',
    ]);
  });

  it('says how many more there are instead of printing them all', () => {
    const report = new ImportReport();
    for (let line = 1; line <= 1_000; line++) report.rejected({ line, faults: [fault] });
    const printed = report.print({ ...counts, rejected: 1_000 }).split('\n');
    expect(printed).toHaveLength(203);
    expect(printed.at(-1)).toBe('  and 800 more');
  });
});
