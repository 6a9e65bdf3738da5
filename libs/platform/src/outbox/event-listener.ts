/** What a listener is told about the event it handles. */
export interface ReceivedEvent {
  id: string;
  name: string;
  payload: Record<string, string | number | boolean | null>;
}

/**
 * Reacts to one kind of event. It may be called more than once for the same event (at-least-once delivery), so it
 * re-reads the state, does what is still to be done and returns quietly when there is nothing left.
 */
export abstract class EventListener {
  /** Name of the event, `<room>.<past-fact>`. */
  abstract readonly event: string;
  abstract handle(event: ReceivedEvent): Promise<void>;
}
