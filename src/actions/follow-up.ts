import type { SupportEvent } from "../core/event.ts";
import { fullName } from "../core/repository-name.ts";
import type { ActionKind } from "./action-set.ts";

/**
 * Put another event into the inbox. `key` tells it from other follow-ups of the plan, so that it is one however often
 * this is performed.
 */
export interface FollowUp {
  readonly do: "follow-up";
  readonly key: string;
  readonly event: SupportEvent;
}

export const followUp: ActionKind<FollowUp> = {
  perform: ({ key, event }, writes) => writes.followUp(key, event),
  describe: ({ event }) =>
    `go on with ${event.kind}${"repository" in event ? ` in ${fullName(event.repository)}` : ""}`,
};
