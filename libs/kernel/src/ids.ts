import { v7 } from 'uuid';

declare const idOf: unique symbol;

/** A UUIDv7 that the compiler keeps apart from ids of other things: `Id<'Account'>` is no `Id<'InsuredPerson'>`. */
export type Id<Thing extends string> = string & { readonly [idOf]: Thing };

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function newId<Thing extends string>(): Id<Thing> {
  return v7() as Id<Thing>;
}

/** Reads an id from outside; null when it is none. Upper case is accepted and lowered. */
export function parseId<Thing extends string>(input: unknown): Id<Thing> | null {
  if (typeof input !== 'string' || input.length !== 36) return null;
  const value = input.toLowerCase();
  return shape.test(value) ? (value as Id<Thing>) : null;
}
