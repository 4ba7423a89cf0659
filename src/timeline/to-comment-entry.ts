import type { ActorKind, TimelineEntry } from "../core/timeline.ts";
import type { Sense } from "../reply-sense/sense-of.ts";

/** A comment or reply as it is known: `key` and `id` as of an entry, `by` a login where the account is there. */
export interface KnownComment {
  readonly key: string;
  readonly at: Date;
  readonly id: string;
  readonly by: string | undefined;
  readonly actor: ActorKind;
  readonly sense: Sense;
}

/** The entry of a comment that stands. */
export function toCommentEntry({ key, at, id, by, actor, sense }: KnownComment): TimelineEntry {
  return {
    key,
    at,
    kind: "comment",
    id,
    ...(by !== undefined && { by }),
    actor,
    ...(sense === "thanks" && { isThanks: true }),
    ...(sense === "remark" && { isRemark: true }),
    ...(sense === "commands" && { isCommand: true }),
  };
}

/** Entries by time; those of the same second in the order of their keys. */
export function byTimeAndKey(one: TimelineEntry, other: TimelineEntry): number {
  return one.at.getTime() - other.at.getTime() || (one.key < other.key ? -1 : 1);
}
