import { QueryClient } from '@tanstack/react-query';
import { openApprovalsQuery, type DeviceApproval } from './api/approvals.api';
import { followApprovals } from './approval-stream';

/** The browser's side of a stream, played by hand: jsdom has none. */
class StreamByHand extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: StreamByHand[] = [];
  readyState = 0;
  constructor(readonly url: string) {
    super();
    StreamByHand.all.push(this);
  }
  close(): void {
    this.readyState = StreamByHand.CLOSED;
  }
}

const stream = () => StreamByHand.all.at(-1) as StreamByHand;

describe('open approvals', () => {
  let client: QueryClient;
  let asked: jest.SpyInstance;
  let stop: () => void;

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { EventSource: StreamByHand });
    client = new QueryClient();
    asked = jest.spyOn(client, 'invalidateQueries').mockResolvedValue();
    stop = followApprovals(client);
  });
  afterEach(() => {
    stop();
    jest.useRealTimers();
  });

  it('come by the stream, without asking', () => {
    const items = [{ id: 'a' }] as DeviceApproval[];
    stream().dispatchEvent(new MessageEvent('approvals', { data: JSON.stringify({ items }) }));
    jest.advanceTimersByTime(10_000);
    expect(client.getQueryData(openApprovalsQuery.queryKey)).toEqual(items);
    expect(asked).not.toHaveBeenCalled();
  });

  it('are asked for every 3 seconds while the stream fails, until it is back', () => {
    stream().dispatchEvent(new Event('error'));
    jest.advanceTimersByTime(9000);
    expect(asked).toHaveBeenCalledTimes(3);
    stream().dispatchEvent(new Event('open'));
    jest.advanceTimersByTime(9000);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('are asked for at once when the app is shown again, and a refused stream is opened anew', () => {
    const refused = stream();
    refused.readyState = StreamByHand.CLOSED;
    refused.dispatchEvent(new Event('error'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(stream()).not.toBe(refused);
  });

  it('are not followed any more after the end', () => {
    stream().dispatchEvent(new Event('error'));
    stop();
    jest.advanceTimersByTime(60_000);
    expect(asked).not.toHaveBeenCalled();
    expect(stream().readyState).toBe(StreamByHand.CLOSED);
  });
});
