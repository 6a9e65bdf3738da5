/**
 * Loaded into a measured process, never into a real one: SIGWINCH, which means nothing to it otherwise, collects the
 * garbage, so that memory is comparable.
 */
process.on('SIGWINCH', () => {
  globalThis.gc();
  globalThis.gc();
});
