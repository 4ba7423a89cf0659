import type { SharedPlan } from "../../actions/shared-actions.ts";
import { UserError } from "../../core/errors.ts";
import type { PlannedIssue } from "../../core/planning.ts";
import type { CommandLine } from "../../text/find-commands.ts";
import { noSuch } from "../../issues/refusals.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { nearestFirst } from "../../text/nearest-first.ts";
import { findLabels, mostLabels } from "../../issues/find-labels.ts";
import type { TriageContext } from "./issue-facts.ts";

/** Put labels of the repository on an issue. */
export function decideLabel(context: TriageContext, issue: PlannedIssue, known: readonly string[]): SharedPlan {
  const names = findLabels(known, mustName(context.line, known));
  const added = names.filter((it) => !issue.labels.some((one) => isSameName(one, it)));
  if (added.length + issue.labels.length > mostLabels) {
    throw new UserError(`An issue has ${mostLabels} labels at most; this one has ${issue.labels.length}.`);
  }
  return change(context, issue, added, []);
}

/** Take labels off an issue. */
export function decideRemoveLabel(context: TriageContext, issue: PlannedIssue): SharedPlan {
  const wanted = mustName(context.line, issue.labels);
  const removed = wanted.map((name) => {
    const label = issue.labels.find((it) => isSameName(it, name));
    if (label === undefined) {
      throw new UserError(noSuch("label on this issue called", name, nearestFirst(issue.labels, name, String)));
    }
    return label;
  });
  return change(context, issue, [], removed);
}

/** Names as words, with commas between them or not; one with a colon looks like an option, and is one name all the same. */
function mustName({ name, words, given }: CommandLine, known: readonly string[]): string[] {
  const written = given.map((it) => it.written.replaceAll(/["“”„‟＂]/gu, ""));
  const names = [...words, ...written].flatMap((it) =>
    known.some((one) => isSameName(one, it)) ? [it] : it.split(/[,，、]/u),
  );
  const wanted = names.map((it) => it.trim()).filter((it) => it !== "");
  if (wanted.length > 0) return wanted;
  throw new UserError(`Name a label: \`/${name} "good first issue"\`.`);
}

function change(
  { repository }: TriageContext,
  { number, id: subject }: PlannedIssue,
  names: readonly string[],
  remove: readonly string[],
): SharedPlan {
  const add = names.map((name) => ({ name }));
  const words = [...names.map((it) => `+${it}`), ...remove.map((it) => `-${it}`)].join(" ");
  if (words === "") return { actions: [], because: "the issue has these labels already" };
  return {
    actions: [{ do: "label", repository, number, subject, add, remove }],
    because: `a helper labels the issue: ${words}`,
  };
}
