import type { ActionSet, Writes } from "../actions/action-set.ts";
import type { SharedAction } from "../actions/shared-actions.ts";
import type { SharedSettings } from "../config/shared.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { SupportEvent } from "../core/event.ts";
import { nothing, type ActionData, type Plan } from "../core/plan.ts";
import type { Reads } from "../core/reads.ts";
import type { Database } from "../storage/open-database.ts";
import type { Command } from "./command.ts";

export type EventKind = SupportEvent["kind"];
type EventsByKind = { readonly [Kind in EventKind]: Extract<SupportEvent, { readonly kind: Kind }> };
export type EventOf<Kind extends EventKind> = EventsByKind[Kind];

/** When the clock calls: at a start of the process, every five minutes, on the hour, and at midnight (UTC). */
export type Every = EventOf<"tick">["every"];

/** What a feature is given beside the event: its slice of the config, what all features keep to, reading, and the time. */
export interface FeatureContext<Slice, Reading extends Reads = Reads> {
  readonly config: Slice;
  readonly shared: SharedSettings;
  readonly reads: Reading;
  readonly now: Date;
}

/**
 * Work that the clock causes, repository by repository: the pipeline makes an event of its own for each one that is
 * served, so that where one is suspended or has used up its rate limit, the others go on.
 */
export interface Schedule<Reading extends Reads> {
  /** A start counts as well where it is named: the tick of an hour or day may have been missed. */
  readonly every: readonly Every[];
  /** Whether there is anything to do, by our own records alone. Missing: always. */
  isDue?(
    repository: RepositoryRef,
    context: { readonly every: Every; readonly reads: Reading; readonly now: Date },
  ): Promise<boolean>;
  event(repository: RepositoryRef, context: { readonly every: Every; readonly now: Date }): SupportEvent;
}

/**
 * Something that Frontdesk does: by itself when something happens or by the clock, and when a person writes a command.
 * A feature lies in one folder, and knows no other. `Reading`, `Needs`: what it reads, and what its actions write, beside
 * what everybody may; `Stores`: its own stores, by the names under which these have them.
 */
export interface Feature<
  Reading extends Reads = never,
  Needs extends Writes = never,
  Stores extends object = object,
  Own extends ActionData = ActionData,
> {
  /** Its folder's name. */
  readonly name: string;
  /** What it does for people, in one sentence; the docs are made from it. */
  readonly summary: string;
  /** Its key in the config; undefined when there is nothing to set. */
  readonly slice: string | undefined;
  /** The events it looks at. */
  readonly on: readonly EventKind[];
  /** Reads what `decide` needs. Must change nothing. */
  gather(event: SupportEvent, context: FeatureContext<unknown, Reading>): Promise<unknown>;
  /** Says what should happen. No clock, no network, no `await`. */
  decide(
    event: SupportEvent,
    facts: unknown,
    context: { readonly config: unknown; readonly shared: SharedSettings; readonly now: Date },
  ): Plan<SharedAction | Own>;
  /** In the order in which `/help` shows them. */
  readonly commands: readonly Command<Reading>[];
  readonly schedules: readonly Schedule<Reading>[];
  /** The kinds of actions that it alone plans. */
  readonly actions: ActionSet<Own, Needs> | undefined;
  /** Opens its stores in the database. */
  openStores(database: Database): Stores;
}

/** A feature as it is written: with the types of its events, config, facts and actions, and only what it has. */
interface Declaration<
  Kind extends EventKind,
  Slice,
  Facts,
  Reading extends Reads,
  Own extends ActionData,
  Needs extends Writes,
  Stores extends object,
> {
  readonly name: string;
  readonly summary: string;
  readonly slice?: string;
  readonly on?: readonly Kind[];
  gather?(event: EventOf<Kind>, context: FeatureContext<Slice, Reading>): Promise<Facts>;
  decide?(
    event: EventOf<Kind>,
    facts: Facts,
    context: { readonly config: Slice; readonly shared: SharedSettings; readonly now: Date },
  ): Plan<SharedAction | Own>;
  readonly commands?: readonly Command<Reading>[];
  readonly schedules?: readonly Schedule<Reading>[];
  readonly actions?: ActionSet<Own, Needs>;
  openStores?(database: Database): Stores;
}

/** Keeps the types of event, config, facts and actions together, and hides them from the list. */
export function feature<
  Kind extends EventKind = never,
  Slice = unknown,
  Facts = unknown,
  Reading extends Reads = Reads,
  Own extends ActionData = never,
  Needs extends Writes = Writes,
  Stores extends object = object,
>(it: Declaration<Kind, Slice, Facts, Reading, Own, Needs, Stores>): Feature<Reading, Needs, Stores, Own> {
  return {
    slice: undefined,
    on: [],
    gather: async () => undefined,
    decide: () => nothing("it looks at no events"),
    commands: [],
    schedules: [],
    actions: undefined,
    // Whoever has none has none to name: `Stores` is `object` then.
    openStores: () => ({}) as Stores,
    ...it,
  };
}
