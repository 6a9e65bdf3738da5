import { databaseFault, violatedConstraint } from './sqlstate';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('databaseFault', () => {
  it.each([
    ['22P02', 'bad-data'],
    ['22003', 'bad-data'],
    ['22008', 'bad-data'],
    ['22021', 'bad-data'],
    ['22P05', 'bad-data'],
    ['23505', 'duplicate'],
    ['23P01', 'duplicate'],
    ['23503', 'missing-reference'],
    ['40001', 'retry'],
    ['40P01', 'retry'],
    ['55P03', 'retry'],
    ['08006', 'unavailable'],
    ['53100', 'unavailable'],
    ['53300', 'unavailable'],
    ['57P01', 'unavailable'],
    ['57P03', 'unavailable'],
    ['57014', 'unavailable'],
    ['25P03', 'unavailable'],
    ['ECONNREFUSED', 'unavailable'],
    ['ECONNRESET', 'unavailable'],
    ['EPIPE', 'unavailable'],
    ['23502', 'bug'],
    ['23514', 'bug'],
    ['42P01', 'bug'],
    ['42501', 'bug'],
    ['P0001', 'bug'],
    ['XX000', 'bug'],
  ])('%s is %s', (code, fault) => {
    expect(databaseFault(withCode(code))).toBe(fault);
    expect(databaseFault(Object.assign(new Error('query failed'), { driverError: withCode(code) }))).toBe(fault);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
    'Driver not Connected',
  ])('%s is unavailable', (message) => {
    expect(databaseFault(new Error(message))).toBe('unavailable');
  });

  it.each([
    [new Error('x')],
    [withCode('FST_ERR_CTP_BODY_TOO_LARGE')],
    [withCode('ENOENT')],
    ['text'],
    [null],
    [undefined],
    [{ code: 5 }],
  ])('leaves %p to others', (error) => {
    expect(databaseFault(error)).toBeNull();
  });

  it('names the violated constraint', () => {
    expect(violatedConstraint({ constraint: 'letter_one_a_day' })).toBe('letter_one_a_day');
    expect(violatedConstraint({ driverError: { constraint: 'session_token' } })).toBe('session_token');
    expect(violatedConstraint(new Error('x'))).toBeUndefined();
  });
});
