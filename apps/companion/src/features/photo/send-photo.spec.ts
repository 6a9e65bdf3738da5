import { PhotoUpload } from './send-photo';

const UNTIL = '2026-07-01T00:00:00.000Z';
const ok = (headers: Record<string, string>, body: object = {}) => ({
  ok: true,
  headers: new Map(Object.entries(headers)),
  json: async () => body,
});
const refused = (status: number) => ({ ok: false, status, json: async () => ({}) });

/** A server that answers these calls in this order. */
function server(...answers: (object | 'gone')[]): string[] {
  const calls: string[] = [];
  globalThis.fetch = jest.fn(async (path: string, { method = 'GET' }: RequestInit) => {
    calls.push(`${method} ${path}`);
    const next = answers.shift() ?? 'gone';
    if (next === 'gone') throw new TypeError('network');
    return next;
  }) as never;
  return calls;
}

const accepted = ok({}, { state: 'accepted', expiresAt: UNTIL });

describe('PhotoUpload', () => {
  it.each([404, 410])('begins anew when what it wants to go on with has run out (%i)', async (status) => {
    const first = server(ok({ location: '/api/v1/uploads/a' }), 'gone');
    const upload = new PhotoUpload(new File(['12'], ''), jest.fn());
    await expect(upload.send()).rejects.toMatchObject({ status: 0 });
    expect(first).toEqual(['POST /api/v1/uploads', 'PATCH /api/v1/uploads/a']);
    const again = server(
      refused(status),
      ok({ location: '/api/v1/uploads/b' }),
      ok({ 'upload-offset': '2' }),
      accepted,
    );
    expect(await upload.send()).toBe(UNTIL);
    expect(again).toEqual([
      'HEAD /api/v1/uploads/a',
      'POST /api/v1/uploads',
      'PATCH /api/v1/uploads/b',
      'GET /api/v1/uploads/b',
    ]);
  });

  it('goes on where it stopped while it is still there', async () => {
    server(ok({ location: '/api/v1/uploads/a' }), 'gone');
    const upload = new PhotoUpload(new File(['12'], ''), jest.fn());
    await expect(upload.send()).rejects.toMatchObject({ status: 0 });
    const again = server(ok({ 'upload-offset': '2' }), accepted);
    expect(await upload.send()).toBe(UNTIL);
    expect(again).toEqual(['HEAD /api/v1/uploads/a', 'GET /api/v1/uploads/a']);
  });
});
