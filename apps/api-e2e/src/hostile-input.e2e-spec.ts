import { type RunningHouse } from '@of/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Caller } from './support/caller';
import { kvnrOf, member, memberLine } from './support/members';
import { contentType, hostileText, hostileValue, rawBody } from './support/hostile-values';
import { startHouse } from './support/running-house';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
  responses: Record<string, unknown>;
}
interface Schema {
  properties?: Record<string, { example?: unknown }>;
}
const document = JSON.parse(readFileSync(join(__dirname, '../../api/openapi/member.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
);

function bodyFor(operation: Operation): fc.Arbitrary<unknown> {
  const reference = operation.requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
  const properties = Object.entries(document.components.schemas[reference ?? '']?.properties ?? {});
  if (properties.length === 0) return hostileValue;
  const fields = properties.map(([name, { example }]) =>
    fc.tuple(
      fc.constant(name),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant(example) },
        { weight: 3, arbitrary: hostileValue },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
    ),
  );
  const extra = fc.option(fc.tuple(hostileText, hostileValue), { freq: 4, nil: undefined });
  const shaped = fc
    .tuple(fc.tuple(...fields), extra)
    .map(([known, more]) => Object.fromEntries(more ? [...known, more] : known) as unknown);
  return fc.oneof({ weight: 6, arbitrary: shaped }, { weight: 1, arbitrary: hostileValue });
}

const request = (operation: Operation & { path: string }) =>
  fc.record({
    path: fc
      .tuple(...(operation.path.match(/\{\w+\}/g) ?? []).map(() => hostileText))
      .map((values) =>
        values.reduce<string>(
          (path, value) => path.replace(/\{\w+\}/, () => escape(value.slice(0, 2_000))),
          operation.path,
        ),
      ),
    query: fc.array(fc.tuple(fc.constantFrom('query', 'limit', 'cursor', 'x', 'query'), hostileText), { maxLength: 3 }),
    body: fc.oneof(
      { weight: 5, arbitrary: bodyFor(operation).map((value) => Buffer.from(JSON.stringify(value) ?? '')) },
      { weight: 1, arbitrary: rawBody },
    ),
    contentType,
    language: fc.constantFrom('de', 'en', '*;q=9', ',,,', 'x'.repeat(500)),
    idempotencyKey: fc.option(
      hostileText.map((text) =>
        text
          .replace(/[^\x20-\x7e]/g, '')
          .trim()
          .slice(0, 300),
      ),
      { nil: undefined },
    ),
  });

/** Percent-encodes also what `encodeURIComponent` refuses. */
function escape(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

let house: RunningHouse;
let members: Caller[];

beforeAll(async () => {
  house = await startHouse({ hasClock: false });
  const numbers = [1, 2, 3, 4, 5, 6];
  await house.importMembers(numbers.map((number) => memberLine(number)));
  members = await Promise.all(
    numbers.map((number) =>
      member(house, { kvnr: kvnrOf(number), postalCode: '04109' }, `m${number}@beispiel.example`),
    ),
  );
});
afterAll(() => house?.stop());

/** Caller throws on anything that is no success or no proper problem, and on every 5xx. */
async function fire(
  operation: Operation & { path: string; method: string },
  runs: number,
  caller: () => Caller,
): Promise<void> {
  const property = fc.asyncProperty(
    request(operation),
    async ({ path, query, body, contentType: type, language, idempotencyKey }) => {
      const search = query.map(([name, value]) => `${name}=${escape(value.slice(0, 500))}`).join('&');
      const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE';
      const answer = await caller().call(operation.method, search ? `${path}?${search}` : path, undefined, {
        ...(hasBody ? { raw: body } : {}),
        headers: {
          'accept-language': language,
          ...(hasBody ? { 'content-type': type } : {}),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        },
      });
      return answer.status < 500;
    },
  );
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
}

describe('hostile input', () => {
  it('knows operations to try', () => {
    expect(operations.length).toBeGreaterThan(15);
  });

  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s of anybody is answered below 500, as documented',
    async (_, operation) => {
      await fire(operation, 60, () => new Caller(house));
    },
  );

  const signedIn = operations.filter(
    ({ operationId, responses }) => operationId !== 'logOut' && '401' in responses && operationId !== 'logIn',
  );
  it.each(signedIn.map((operation) => [operation.operationId, operation] as const))(
    '%s of a member is answered below 500',
    async (_, operation) => {
      let turn = 0;
      await fire(operation, 60, () => members[(turn += 1) % members.length] as Caller);
    },
  );

  it('S31 bodies over 256 KiB are refused with 413, whatever they are', async () => {
    for (const raw of [
      JSON.stringify({ username: 'x'.repeat(1_000_000), password: 'x' }),
      'x'.repeat(300_000),
      '['.repeat(400_000),
    ]) {
      const answer = await new Caller(house).post('/api/v1/session', undefined, { raw });
      expect([answer.status, answer.body.code]).toEqual([413, 'payload-too-large']);
    }
  });

  it('leaves no unforeseen error in the log', () => {
    const errors = house.log
      .split('\n')
      .filter((line) => line.includes('"level":"error"') || line.includes('unforeseen'));
    expect(errors).toEqual([]);
  });

  it('does not grow: 2 000 large refused bodies leave less than 150 MiB', async () => {
    const caller = () => new Caller(house);
    const raw = JSON.stringify({ username: 'x'.repeat(200_000), password: 'y' });
    const flood = async (count: number) => {
      for (let n = 0; n < count; n += 20)
        await Promise.all(Array.from({ length: 20 }, () => caller().post('/api/v1/session', undefined, { raw })));
    };
    await flood(200);
    const before = await house.apiMemory();
    await flood(2_000);
    expect((await house.apiMemory()) - before).toBeLessThan(150);
  });
});
