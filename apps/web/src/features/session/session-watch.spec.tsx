import { act, render, screen } from '@testing-library/react';
import { answerOf } from '@of/api-client';

class FakeChannel extends EventTarget {
  static all: FakeChannel[] = [];
  sent: unknown[] = [];
  constructor(readonly name: string) {
    super();
    FakeChannel.all.push(this);
  }
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  hear(data: unknown): void {
    act(() => void this.dispatchEvent(new MessageEvent('message', { data })));
  }
}
Object.assign(globalThis, { BroadcastChannel: FakeChannel });

jest.mock('./api/session.api', () => ({ readSession: jest.fn(), extendSession: jest.fn(() => Promise.resolve()) }));

/* eslint-disable @typescript-eslint/no-require-imports -- the channel has to stand before the module is loaded */
const { Countdown } = require('./countdown') as typeof import('./countdown');
const watch = require('./session-watch') as typeof import('./session-watch');
const sessionApi = jest.mocked(require('./api/session.api') as typeof import('./api/session.api'));
/* eslint-enable @typescript-eslint/no-require-imports */

// Minutes of ticking in fake time take real seconds on a busy machine.
jest.setTimeout(20_000);

const START = Date.parse('2026-11-23T10:00:00Z');
const channel = () => FakeChannel.all[0] as FakeChannel;

/** An answer of the API, as any call would bring it. */
async function answer(secondsLeft: number, status = 200, code = 'x'): Promise<void> {
  const headers = new Map([
    ['date', new Date(Date.now() - 500).toUTCString()],
    ...(status === 200
      ? [['x-session-expires-at', new Date(Date.now() + secondsLeft * 1000).toISOString()] as const]
      : []),
  ]);
  const response = { ok: status === 200, status, headers } as unknown as Response;
  const error = status === 200 ? undefined : { code, detail: '' };
  await act(() => answerOf(Promise.resolve({ data: {}, error, response })).catch(() => undefined));
}

describe('session watch', () => {
  const ends = jest.fn();
  beforeAll(() => {
    watch.watchSession();
    watch.onSessionEnd(ends);
  });
  beforeEach(() => {
    jest.useFakeTimers({ now: START + 500 });
    ends.mockClear();
    channel().sent = [];
    sessionApi.readSession.mockReset();
    sessionApi.extendSession.mockClear();
  });
  afterEach(() => {
    act(() => watch.announceEnd('logout'));
    jest.useRealTimers();
  });

  it('A1 shows --:-- without a session', () => {
    render(<Countdown />);
    expect(screen.getByText(/Automatische Abmeldung in/)).toHaveTextContent('Automatische Abmeldung in --:--');
  });

  it('A1 ticks each second, and is right at once after sleep', async () => {
    render(<Countdown />);
    await answer(900);
    expect(screen.getByText('15:00')).toBeVisible();
    act(() => jest.advanceTimersByTime(1010));
    expect(screen.getByText('14:59')).toBeVisible();
    jest.setSystemTime(Date.now() + 600_000);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(screen.getByText('04:59')).toBeVisible();
  });

  it('A2 ends all tabs at 00:00, once the server has confirmed it', async () => {
    sessionApi.readSession.mockResolvedValue(null);
    await answer(5);
    await act(() => jest.advanceTimersByTimeAsync(6000));
    expect(sessionApi.readSession).toHaveBeenCalledTimes(1);
    expect(ends).toHaveBeenCalledWith('expired');
    expect(channel().sent).toContainEqual({ kind: 'ended', reason: 'expired' });
  });

  it('A2 asks again where the server says that a moment is left', async () => {
    sessionApi.readSession.mockResolvedValueOnce({ idleExpiresAt: new Date(START + 5000).toISOString() } as never);
    sessionApi.readSession.mockResolvedValueOnce(null);
    await answer(4.5);
    await act(() => jest.advanceTimersByTimeAsync(5100));
    expect(ends).not.toHaveBeenCalled();
    await act(() => jest.advanceTimersByTimeAsync(1100));
    expect(ends).toHaveBeenCalledWith('expired');
  });

  it('A2 goes on where another tab has extended the session', async () => {
    render(<Countdown />);
    await answer(5);
    sessionApi.readSession.mockResolvedValue({ idleExpiresAt: new Date(START + 305_000).toISOString() } as never);
    await act(() => jest.advanceTimersByTimeAsync(7000));
    expect(ends).not.toHaveBeenCalled();
    expect(screen.getByText(/^0[45]:\d\d$/)).toBeVisible();
  });

  it('A2 hears of the end and of more time from other tabs', async () => {
    render(<Countdown />);
    await answer(100);
    channel().hear({ kind: 'deadline', deadline: START + 900_000 });
    expect(screen.getByText(/^1[45]:\d\d$/)).toBeVisible();
    channel().hear({ kind: 'ended', reason: 'logout' });
    expect(ends).toHaveBeenCalledWith('logout');
    expect(screen.getByText('--:--')).toBeVisible();
  });

  it.each([
    [900, 'elsewhere'],
    [20, 'expired'],
  ])('A2 ends when any call says that nobody is signed in; with %i seconds left: %s', async (seconds, reason) => {
    await answer(seconds);
    await answer(0, 401, 'not-authenticated');
    expect(ends).toHaveBeenCalledWith(reason);
  });

  it('A3 asks for more time by activity, at most once a minute, and not while the question is on the screen', async () => {
    await answer(900);
    const press = () => act(() => void window.dispatchEvent(new Event('keydown')));
    press();
    expect(sessionApi.extendSession).not.toHaveBeenCalled();
    await act(() => jest.advanceTimersByTimeAsync(61_000));
    press();
    press();
    expect(sessionApi.extendSession).toHaveBeenCalledTimes(1);
    await act(() => jest.advanceTimersByTimeAsync(740_000));
    press();
    expect(sessionApi.extendSession).toHaveBeenCalledTimes(1);
  });
});
