import type { ChatAddress } from "../../config/chat-addresses.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { HandledDelivery } from "../../pipeline/handled-since.ts";

/** What a run of the action has done. */
export interface ActionReport {
  /** Nothing was known at its start: all that is known was read anew. */
  readonly isCold: boolean;
  /** Why the data of the run before was thrown away. */
  readonly startedAnew?: string;
  /** The event's own delivery; missing where the event is none, such as a schedule. */
  readonly own?: HandledDelivery;
  /** The event's own had been handled by an earlier run. */
  readonly isKnown: boolean;
  /** All that was in hand, the own one too. */
  readonly handled: readonly HandledDelivery[];
  /** Deliveries that wait for the next run. */
  readonly waiting: number;
  /** The time was over before all was done. */
  readonly ranOutOfTime: boolean;
  /** A dry run: what would be done, one line an action. */
  readonly dry?: readonly string[];
}

/** Runs the action once: composes all that is needed, handles, and lets go of it. Its log is written to `write`. */
export type RunAction = (run: ActionRun, write: (text: string) => void) => Promise<ActionReport>;

/** One run of the action, as a workflow asks for it. */
export interface ActionRun {
  /** As in `GITHUB_EVENT_NAME`. */
  readonly event: string;
  /** As in the file of `GITHUB_EVENT_PATH`, with an installation that we made up, since workflows have none. */
  readonly payload: unknown;
  /** The same for a run that is run again. */
  readonly delivery: string;
  readonly repository: RepositoryRef;
  readonly token: string;
  readonly apiUrl: string;
  readonly webUrl: string;
  readonly dataFolder: string;
  /** The team's chat; empty where there is none. */
  readonly chat: readonly ChatAddress[];
  readonly isDry: boolean;
  /** How long it may work, in milliseconds. */
  readonly withinMs: number;
  readonly isDebug: boolean;
  /** Whether what is kept will be found by later runs: GitHub keeps the caches of other branches apart. */
  readonly isOnDefaultBranch: boolean;
}
