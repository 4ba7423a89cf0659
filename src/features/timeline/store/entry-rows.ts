import type { ActorKind, TimelineEntry } from "../../../core/timeline.ts";
import type { Sense } from "../../../reply-sense/sense-of.ts";
import type { StoredRole } from "../facts.ts";
import { changeRow, saidRow, type EntryRow } from "./join-facts.ts";

/** An entry that somebody else tells of, as a row. */
export function toEntryRow(entry: TimelineEntry): EntryRow {
  const at = entry.at.toISOString();
  switch (entry.kind) {
    case "comment": {
      const { id, by, actor, isDeleted } = entry;
      const text = { sense: toSense(entry), at };
      return saidRow(
        { id, at, role: toRole(actor), text, ...(by !== undefined && { by }), ...(isDeleted && { isDeleted }) },
        undefined,
      );
    }
    case "answered":
      return changeRow({ kind: "answered", at, comment: entry.comment, role: toRole(entry.actor) });
    case "closed":
      return changeRow({ kind: "closed", at, reason: entry.reason });
    case "reopened":
    case "unanswered":
      return changeRow({ kind: entry.kind, at });
    default: {
      const { key, at: _, kind, ...details } = entry;
      return { ...changeRow({ kind: "reopened", at }), key, kind, details: JSON.stringify(details) };
    }
  }
}

function toSense({ isThanks, isRemark, isCommand }: Extract<TimelineEntry, { readonly kind: "comment" }>): Sense {
  if (isThanks) return "thanks";
  if (isRemark) return "remark";
  return isCommand ? "commands" : "words";
}

/** Who asked is told by the thread. */
function toRole(actor: ActorKind): StoredRole {
  return actor === "asker" || actor === "community" ? "none" : actor;
}
