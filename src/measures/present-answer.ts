import type { ActorKind } from "../core/timeline.ts";
import type { MeasuredThread } from "./measured-thread.ts";
import { storyOf } from "./story-of.ts";

/** The answer that is marked, written by a person. */
export interface PresentAnswer {
  /** When it was marked. */
  readonly at: Date;
  /** Who wrote it, as far as the timeline has the comment; no login where the account is gone. */
  readonly by?: string;
  readonly actor?: ActorKind;
}

/** The present answer; undefined where none is marked, or what is marked was written by a bot. */
export function presentAnswer(thread: MeasuredThread, now: Date): PresentAnswer | undefined {
  const last = storyOf(thread, now).happenings.findLast(({ is }) => is === "answered" || is === "unanswered");
  if (last?.is !== "answered") return undefined;
  const comment = thread.timeline.entries.find(
    (it) => it.kind === "comment" && it.id === last.comment && !it.isDeleted,
  );
  if (comment?.kind !== "comment") return { at: new Date(last.at) };
  const { by, actor } = comment;
  return { at: new Date(last.at), actor, ...(by !== undefined && { by }) };
}
