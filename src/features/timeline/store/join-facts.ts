import type { Sense } from "../../../reply-sense/sense-of.ts";
import { type ChangeFact, type SaidFact } from "../facts.ts";
import { keyOf } from "../../../timeline/entry-keys.ts";
import type { EntriesTable } from "./timeline-tables.ts";

/** A row without the thread it belongs to. */
export type EntryRow = Omit<EntriesTable, "repository" | "number">;

const plain = { by: null, role: null, sense: "words", text_at: 0, is_deleted: 0, is_hidden: 0, seen: null } as const;

/** What is told of a comment, as a row. `seen`: the version of the reading that showed it. */
export function saidRow(fact: SaidFact, seen: string | undefined): EntryRow {
  return {
    ...plain,
    key: keyOf.comment(fact.id),
    kind: "comment",
    at: Date.parse(fact.at),
    by: fact.by ?? null,
    role: fact.role,
    sense: fact.text?.sense ?? "words",
    text_at: fact.text ? Date.parse(fact.text.at) : 0,
    is_deleted: fact.isDeleted ? 1 : 0,
    is_hidden: fact.isHidden ? 1 : 0,
    seen: seen ?? null,
    details: JSON.stringify({ id: fact.id }),
  };
}

/** A change of the thread, as a row. `isBound`: it happened at this time or before, as two readings show. */
export function changeRow({ kind, at, ...details }: ChangeFact, isBound = false): EntryRow {
  const key =
    kind === "answered" && "comment" in details ? keyOf.answered(details.comment, at) : keyOf[kind as "closed"](at);
  return {
    ...plain,
    key: isBound ? `${key}:bound` : key,
    kind,
    at: Date.parse(at),
    details: JSON.stringify({ ...details, ...(isBound && { isBound }) }),
  };
}

/**
 * The fuller of two tellings of one change, and of two as full the first by their letters, so that order makes no
 * difference: a reason to close that is not the usual `resolved`, an author that is named.
 */
function joinDetails(one: string, other: string): string {
  if (one.length !== other.length) return one.length > other.length ? one : other;
  return one < other ? one : other;
}

/**
 * Two rows of one key as one. Commutative, associative, and the same twice is once, but for `role`: it stays what it was
 * when the comment was first heard of.
 */
export function joinRows(known: EntryRow, told: EntryRow): EntryRow {
  if (known.kind === "closed" || known.kind === "answered") {
    return { ...known, details: joinDetails(known.details, told.details) };
  }
  if (known.kind !== "comment") return known;
  const read = later(known, told);
  return {
    ...known,
    at: Math.min(known.at, told.at),
    by: read.by ?? known.by ?? told.by,
    ...joinText(known, told),
    is_deleted: Math.max(known.is_deleted, told.is_deleted),
    is_hidden: read.is_hidden,
    seen: read.seen,
  };
}

/** The one that was shown by the later reading. */
function later(one: EntryRow, other: EntryRow): EntryRow {
  return (other.seen ?? "") > (one.seen ?? "") ? other : one;
}

/** From what nobody has to look at to what somebody may have to answer. */
const senses: readonly Sense[] = ["commands", "thanks", "remark", "words"];

/** The later text counts; of two in one second the one that somebody has to look at. */
function joinText(one: EntryRow, other: EntryRow): Pick<EntryRow, "sense" | "text_at"> {
  const read =
    one.text_at === other.text_at
      ? senses.indexOf(one.sense) > senses.indexOf(other.sense)
      : one.text_at > other.text_at;
  const { sense, text_at } = read ? one : other;
  return { sense, text_at };
}
