import autocannon from 'autocannon';

/**
 * Calls one address with 20 connections.
 * @param {string} url
 * @param {string[]} cookies used in turn, so that no account meets its limit
 * @param {number} seconds
 * @returns {Promise<{ perSecond: number, p99: number, failed: number }>}
 */
export async function load(url, cookies, seconds, connections = 20) {
  const { pathname } = new URL(url);
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: cookies.map((cookie) => ({ method: 'GET', path: pathname, headers: { cookie } })),
  });
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}
