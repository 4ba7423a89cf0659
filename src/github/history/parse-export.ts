import { z } from "zod";
import type { PastDiscussionFragment } from "../generated/documents.ts";
import { jsonValues, JsonSequenceError } from "./json-values.ts";
import { ExportedDiscussion } from "./exported-discussion.ts";

/** What an export holds, or what is wrong with it, in one line that names the place. */
export type ParsedExport = { readonly discussions: readonly PastDiscussionFragment[] } | { readonly problem: string };

/**
 * Reads discussions as GitHub's GraphQL hands them out: answers to the query `PastDiscussions` (one, a list, or one
 * behind the other), lists of discussions, or one discussion a line. One that comes twice counts once, as it came last.
 */
export function parseExport(text: string): ParsedExport {
  const found = new Map<number, PastDiscussionFragment>();
  try {
    for (const { line, value } of jsonValues(text)) {
      for (const discussion of discussionsIn(value, line)) found.set(discussion.number, discussion);
    }
  } catch (error) {
    if (!(error instanceof JsonSequenceError)) throw error;
    return { problem: error.message };
  }
  return { discussions: [...found.values()] };
}

function discussionsIn(value: unknown, line: number): PastDiscussionFragment[] {
  if (Array.isArray(value)) return value.flatMap((it: unknown) => discussionsIn(it, line));
  if (!isRecord(value)) throw new JsonSequenceError(`the value on line ${line} is no discussion`);
  if ("number" in value && "title" in value) return [toDiscussion(value, line)];
  const nodes = nodesOf(value);
  if (nodes !== undefined)
    return discussionsIn(
      nodes.filter((it) => it !== null),
      line,
    );
  const refusal = errorIn(value);
  throw new JsonSequenceError(
    refusal === undefined
      ? `the value on line ${line} is neither a discussion nor an answer that holds discussions`
      : `the value on line ${line} is GitHub's refusal: ${refusal}`,
  );
}

function toDiscussion(value: unknown, line: number): PastDiscussionFragment {
  const read = ExportedDiscussion.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const which = isRecord(value) ? String(value["number"]) : "";
  throw new JsonSequenceError(
    `discussion ${which} (the value on line ${line}): ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is wrong"}`,
  );
}

/** Follows `data`, `repository` and `discussions`, as far as they are there, to `nodes`. */
function nodesOf(value: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  let at: unknown = value;
  for (const key of ["data", "repository", "discussions", "nodes"]) {
    if (isRecord(at) && key in at) at = at[key];
  }
  return Array.isArray(at) ? at : undefined;
}

const Refusal = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

function errorIn(value: unknown): string | undefined {
  const refusal = Refusal.safeParse(value);
  return refusal.success ? refusal.data.errors[0]?.message : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
