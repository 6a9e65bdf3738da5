import { Injectable } from '@nestjs/common';
import type { EventListener } from './event-listener';

/** All listeners of the worker, by event name. Rooms add theirs in their jobs module. */
@Injectable()
export class ListenerRegistry {
  private readonly byEvent = new Map<string, EventListener[]>();

  add(...listeners: EventListener[]): void {
    for (const listener of listeners) {
      this.byEvent.set(listener.event, [...(this.byEvent.get(listener.event) ?? []), listener]);
    }
  }

  of(event: string): EventListener[] {
    return this.byEvent.get(event) ?? [];
  }

  /** Names of the queues in use: the room in front of each event name. */
  queues(): string[] {
    return [...new Set([...this.byEvent.keys()].map(queueOf))];
  }
}

export function queueOf(eventName: string): string {
  return eventName.slice(0, eventName.indexOf('.'));
}
