import { UserError } from "../../../core/errors.ts";
import { unexpectedWords } from "../../../issues/refusals.ts";
import type { CommandLine } from "../../../text/find-commands.ts";
import { readOptions, type ReadOptions } from "../../../text/read-options.ts";
import { readDay } from "../../../text/read-day.ts";
import { toLogins } from "../../../issues/find-assignees.ts";
import { threadHere, type Here } from "./thread-here.ts";

/** What `/accept` was told, before it is known what of it there is. */
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
  /** Other fields of the board. */
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

/** What may be repeated. */
const often = ["label", "assignee"] as const;

/** Every option of `/accept` that is no field of a board. */
export const acceptOptionNames: readonly string[] = [...once, ...often];

/** Lines of a task list that a person still reads. */
const mostDeliverables = 100;
/** GitHub's limit for a title. */
const longestTitle = 256;

/** Read the line of `/accept` and the list below it. Throws a `UserError` for what cannot be meant. */
export function readAcceptOptions(
  line: CommandLine,
  usage: string,
  { actor, now, here }: { readonly actor: string; readonly now: Date; readonly here: Here },
): AcceptOptions {
  const options = readOptions(line, { once, often, othersAreFields: true });
  if (options.words.length > 0) throw new UserError(unexpectedWords(line.name, options.words, usage));
  const due = options.one("due");
  const day = due === undefined ? undefined : readDay(due, now);
  if (day && "refused" in day) throw new UserError(`\`due:\` was not understood: ${day.refused}.`);
  const title = options.one("title");
  if (title !== undefined && title.length > longestTitle) {
    throw new UserError(`A title has ${longestTitle} characters at most; this one has ${title.length}.`);
  }
  if (line.list.length > mostDeliverables) {
    throw new UserError(
      `${line.list.length} deliverables are more than an issue shows well; there may be ${mostDeliverables}. Put the rest into a second request.`,
    );
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
function toIssueNumber(text: string, here: Here): number {
  const address = threadHere(text, "`issue:`", here);
  if (address && (address.kind ?? "issue") === "issue") return address.number;
  const what = address ? `, and not of a ${address.kind}` : "";
  throw new UserError(`\`issue:\` takes the number of an issue${what}, like \`issue:#123\`.`);
}
