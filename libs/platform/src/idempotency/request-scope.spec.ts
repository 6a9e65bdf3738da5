import type { PersonScope } from '../auth/subject-access';
import { scopeOf, type KnownRequest } from './request-scope';

const route = '/api/v1/insured-persons/:personId/certificates';
const acting = (subject: string, changes: Partial<PersonScope> = {}): PersonScope => ({
  accountId: 'account',
  insuredId: 'parent',
  sessionId: 'session',
  deviceId: null,
  level: 'full',
  subject,
  isSelf: subject === 'parent',
  ...changes,
});
const request = (personId: string, scope?: PersonScope): KnownRequest => ({
  method: 'POST',
  params: { personId },
  routeOptions: { url: route },
  acting: scope,
});

describe('the scope of an idempotency key', () => {
  it('S36 differs from child to child, and from caller to caller', () => {
    const scopes = [
      scopeOf(request('mia', acting('mia'))),
      scopeOf(request('jonas', acting('jonas'))),
      scopeOf(request('mia', acting('mia', { accountId: 'other parent' }))),
      scopeOf({ ...request('mia', acting('mia')), method: 'PUT' }),
      scopeOf({ ...request('mia', acting('mia')), routeOptions: { url: `${route}/:id` } }),
    ];
    expect(new Set(scopes).size).toBe(scopes.length);
  });

  it('is the same for one person, however the path names them and from whichever device', () => {
    const bySession = scopeOf(request('me', acting('parent')));
    expect(scopeOf(request('PARENT', acting('parent')))).toBe(bySession);
    expect(scopeOf(request('parent', acting('parent', { sessionId: null, deviceId: 'phone' })))).toBe(bySession);
  });

  it('knows members, devices and the public', () => {
    const plain = { method: 'POST', params: {}, routeOptions: { url: '/api/v1/registrations' } };
    expect(scopeOf(plain)).toBe('POST /api/v1/registrations public');
    expect(scopeOf({ ...plain, user: { accountId: 'a' } as never })).toBe('POST /api/v1/registrations a');
    expect(scopeOf({ ...plain, device: { accountId: 'd' } as never })).toBe('POST /api/v1/registrations d');
  });
});
