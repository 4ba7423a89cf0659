import type { SupportEvent } from "../core/event.ts";
import type { Plan } from "../core/plan.ts";
import type { Reads } from "../core/ports.ts";

export type EventKind = SupportEvent["kind"];
type EventsByKind = { readonly [Kind in EventKind]: Extract<SupportEvent, { readonly kind: Kind }> };
export type EventOf<Kind extends EventKind> = EventsByKind[Kind];

/** What a feature is given beside the event: its slice of the config, reading, and the time. */
export interface Surroundings<Slice> {
  readonly config: Slice;
  readonly reads: Reads;
  readonly now: Date;
}

/** Something Frontdesk does by itself when something happens. */
export interface Feature<Kind extends EventKind = EventKind, Slice = unknown, Facts = unknown> {
  /** Its folder's name. */
  readonly name: string;
  /** What it does for people, in one sentence; the docs are made from it. */
  readonly summary: string;
  /** The events it looks at. */
  readonly on: readonly Kind[];
  /** Its key in the config; undefined when there is nothing to set. */
  readonly slice: string | undefined;
  /** Reads what `decide` needs. Must change nothing. */
  gather(event: EventOf<Kind>, surroundings: Surroundings<Slice>): Promise<Facts>;
  /** Says what should happen. No clock, no network, no `await`. */
  decide(event: EventOf<Kind>, facts: Facts, surroundings: { readonly config: Slice; readonly now: Date }): Plan;
}

/** Keeps the types of event, config and facts together between `gather` and `decide`, and hides them from the list. */
export function feature<Kind extends EventKind, Slice, Facts>(it: Feature<Kind, Slice, Facts>): Feature {
  return it;
}
