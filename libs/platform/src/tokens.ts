/** Injection tokens of things that are no classes. */
export const LOGGER = Symbol('Logger');
export const QUEUE_BACKEND = Symbol('QueueBackend');
