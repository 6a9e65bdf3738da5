/**
 * Something that happened, on its way to its listener. The name is `<room>.<past-fact>`; the room in front is also the
 * queue it travels on. The payload carries ids only, never a secret or personal data.
 */
export interface PublishedEvent {
  name: `${string}.${string}`;
  payload: Record<string, string | number | boolean | null>;
}
