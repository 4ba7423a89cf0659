import { UserError } from "../../../../core/errors.ts";
import { toLogins } from "../../../../issues/assignees.ts";
import { unexpectedWords, unreadableDue } from "../../../../issues/refusals.ts";
import type { CommandLine } from "../../../../text/find-commands.ts";
import { readDay } from "../../../../text/read-day.ts";
import { readOptions, type ReadOptions } from "../../../../text/read-options.ts";
import { noIssueNumber, titleTooLong, tooManyDeliverables } from "../../messages/refusals.ts";
import { readLocalThread, type CommandRepository } from "../local-thread.ts";

/** The options of `/accept` as they were written, before anything is looked up. */
export interface AcceptOptions {
  readonly milestone?: string;
  /** `2026-12-15` */
  readonly due?: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly project?: string;
  readonly priority?: string;
  readonly estimate?: string;
  readonly status?: string;
  readonly type?: string;
  /** Number of an issue to adopt. */
  readonly issue?: number;
  readonly outcome?: string;
  readonly title?: string;
  /** Other fields of the project. */
  readonly fields: ReadOptions["fields"];
  readonly deliverables: readonly string[];
}

const once = [
  "milestone",
  "due",
  "project",
  "priority",
  "estimate",
  "status",
  "type",
  "issue",
  "outcome",
  "title",
] as const;

/** Options that may be repeated. */
const often = ["label", "assignee"] as const;

/** Every option of `/accept` that is no field of a project. */
export const acceptOptionNames: readonly string[] = [...once, ...often];

/** Lines of a task list that a person still reads through. */
const maxDeliverables = 100;
/** GitHub's limit for a title. */
const maxTitleLength = 256;

/** How it is written, also shown when it was written otherwise. */
export const acceptUsage =
  '/accept milestone:"<title>" due:<date> label:<name> assignee:@<login> project:"<title>" priority:<name> estimate:<number> issue:#<number>';

/** Reads the line of `/accept` and the list below it. Throws a `UserError` for what cannot be meant. */
export function readAcceptOptions(
  line: CommandLine,
  { actor, now, here }: { readonly actor: string; readonly now: Date; readonly here: CommandRepository },
): AcceptOptions {
  const options = readOptions(line, { once, often, othersAreFields: true });
  if (options.words.length > 0) throw new UserError(unexpectedWords(line.name, options.words, acceptUsage));
  const due = options.one("due");
  const day = due === undefined ? undefined : readDay(due, now);
  if (day && "refused" in day) throw new UserError(unreadableDue(day.refused));
  const title = options.one("title");
  if (title !== undefined && title.length > maxTitleLength) {
    throw new UserError(titleTooLong(maxTitleLength, title.length));
  }
  if (line.list.length > maxDeliverables) {
    throw new UserError(tooManyDeliverables(maxDeliverables, line.list.length));
  }
  const issue = options.one("issue");
  const texts = Object.fromEntries(
    (["milestone", "project", "priority", "estimate", "status", "type", "outcome"] as const).flatMap((key) => {
      const value = options.one(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
  return {
    ...texts,
    ...(day && "day" in day && { due: day.day }),
    ...(title !== undefined && { title }),
    ...(issue !== undefined && { issue: toIssueNumber(issue, here) }),
    labels: options.all("label"),
    assignees: toLogins(options.all("assignee"), actor),
    fields: options.fields,
    deliverables: line.list.map((it) => it.trim()).filter((it) => it !== ""),
  };
}

/** `#123`, `123`, or the address of an issue here. */
function toIssueNumber(text: string, here: CommandRepository): number {
  const address = readLocalThread(text, "`issue:`", here);
  if (address && (address.kind ?? "issue") === "issue") return address.number;
  throw new UserError(noIssueNumber(address?.kind));
}
