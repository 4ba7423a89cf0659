import type { BookingState } from "../../../core/booking.ts";
import { dayMs } from "../../../core/clock.ts";
import type { WatchedThread } from "../../../core/thread-status.ts";
import type { ResolutionConfig } from "../config.ts";
import type { Silence } from "../thread-resolution.ts";

/** What is to be done about an asker's silence: nothing (until then, or ever), remind, or close. */
export type Step =
  | { readonly do: "wait"; readonly until?: Date; readonly because: string }
  | { readonly do: "remind" }
  | { readonly do: "close" };

/** All that a step is decided from. What is not known yet does not stand in its way: it is read before it is done. */
export interface SilenceFacts {
  readonly watched: WatchedThread | undefined;
  /** When the watch of the repository began. */
  readonly watchedSince: Date | undefined;
  readonly silence: Silence | undefined;
  /** Where the latest session of the thread stands. */
  readonly session?: BookingState | undefined;
  readonly labels?: readonly string[];
  readonly isLocked?: boolean;
  readonly isPinned?: boolean;
  /** A proposal that people were told of asks the asker already. */
  readonly isAsked?: boolean;
  /** When anybody but the asker, bots left out, wrote last. */
  readonly lastWordOfOthers?: Date;
}

/**
 * The asker is reminded once of each silence, and the thread closed later where the config says so, the reminder has
 * said so, and neither the team nor a target of ours is to blame. Complaints about bots that do otherwise stand with the
 * tests.
 */
export function nextStep(facts: SilenceFacts, config: ResolutionConfig, now: Date): Step {
  const { watched, silence } = facts;
  const held = watched ? heldBy(facts, watched, config) : "nobody watches the thread";
  if (held !== undefined || !watched) return { do: "wait", because: held ?? "nobody watches the thread" };
  const { since, lastTeamActAt } = watched.state;
  const touched = Math.max(since.getTime(), lastTeamActAt?.getTime() ?? 0, facts.lastWordOfOthers?.getTime() ?? 0);
  if (!silence) {
    const remindAt = new Date(touched + config["remind-after"] * dayMs);
    return remindAt > now ? { do: "wait", until: remindAt, because: "the asker has time" } : { do: "remind" };
  }
  const closesAfter = config["close-after"];
  if (closesAfter === "off") return { do: "wait", because: "the asker was reminded once" };
  if (silence.closesAt === undefined) return { do: "wait", because: "the reminder promised to close nothing" };
  if (silence.isSpent)
    return { do: "wait", because: "the asker has written since the reminder, or it was opened again" };
  if (watched.breaches.length > 0) return { do: "wait", because: "we kept the asker waiting" };
  const promised = Date.parse(silence.closesAt);
  // Somebody who answers after the reminder starts the time anew.
  const reminded = Date.parse(silence.remindedAt);
  const closeAt = new Date(touched > reminded ? Math.max(promised, touched + closesAfter * dayMs) : promised);
  return closeAt > now ? { do: "wait", until: closeAt, because: "the asker has time to answer" } : { do: "close" };
}

/** Why nothing at all is done about a thread's silence. Whatever changes it is an event after which this is asked again. */
function heldBy(facts: SilenceFacts, { state, breaches }: WatchedThread, config: ResolutionConfig): string | undefined {
  const { watchedSince, labels = [], isAsked, silence, session } = facts;
  if (config["remind-after"] === 0) return "resolution.remind-after is 0";
  if (state.status !== "waiting-on-asker") return "nobody waits for the asker";
  if (session === "booked" || session === "over") return "a session is booked, or its outcome is not told yet";
  // GitHub's times have whole seconds, and the watch may have begun within one.
  const isOld = !watchedSince || state.since.getTime() <= watchedSince.getTime() - 1000;
  if (isOld) return "it has waited since before the watch began";
  if (facts.isLocked) return "the thread is locked";
  if (facts.isPinned) return "the thread is pinned";
  if (labels.some((it) => it.toLowerCase() === config["keep-open"].toLowerCase())) return "its label keeps it open";
  if (breaches.some(({ isOpen }) => isOpen)) return "a target of ours is missed";
  return isAsked && !silence ? "the asker was asked about the answer already" : undefined;
}
