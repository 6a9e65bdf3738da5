import { EventEmitter } from 'node:events';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { EventStream } from './event-stream';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A connection, as far as a stream touches it. */
function connection(isGone = false) {
  const raw = Object.assign(new EventEmitter(), {
    destroyed: isGone,
    writeHead: jest.fn(),
    write: jest.fn(),
    end: jest.fn(),
  });
  const reply = { raw, header: jest.fn(), hasHeader: () => false, hijack: jest.fn(), getHeaders: () => ({}) };
  reply.header.mockReturnValue(reply);
  const request = { id: '1', server: {}, raw: { socket: { destroyed: isGone } } };
  const stream = new EventStream(request as unknown as FastifyRequest, reply as unknown as FastifyReply, false);
  const closed = jest.fn();
  stream.whenClosed(closed);
  return { raw, stream, closed };
}

describe('EventStream', () => {
  it('beats until the client has gone, and then holds no timer', () => {
    const { raw, closed } = connection();
    jest.advanceTimersByTime(60_000);
    expect(raw.write).toHaveBeenCalledWith(': still here\n\n');
    raw.emit('close');
    expect([closed.mock.calls.length, jest.getTimerCount()]).toEqual([1, 0]);
  });

  it('is over at once when the client left before it began', () => {
    const { closed } = connection(true);
    expect([closed.mock.calls.length, jest.getTimerCount()]).toEqual([1, 0]);
  });

  it('ends after a quarter of an hour: whoever still listens asks anew', () => {
    const { raw, closed } = connection();
    jest.advanceTimersByTime(15 * 60_000);
    expect(raw.end).toHaveBeenCalledTimes(1);
    expect([closed.mock.calls.length, jest.getTimerCount()]).toEqual([1, 0]);
  });

  it('closes once, and sends nothing afterwards', () => {
    const { raw, stream, closed } = connection();
    stream.send('approval', { id: 1 });
    stream.close();
    raw.emit('close');
    stream.send('approval', { id: 2 });
    expect(raw.write.mock.calls.flat()).toEqual([': open\n\n', 'event: approval\ndata: {"id":1}\n\n']);
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
