import type { SharedPlan } from "../../../actions/shared-actions.ts";
import { UserError } from "../../../core/errors.ts";
import type { TrackedIssue } from "../../../core/issue-tracking.ts";
import { findLabels, maxLabels } from "../../../issues/labels.ts";
import type { CommandLine } from "../../../text/find-commands.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { command } from "../../command.ts";
import { noLabelNamed, noRoomForLabels } from "../messages/refusals.ts";
import { appliesTo, mustFindIssue, type ReadsWithTracking, type TriageContext } from "../triage-context.ts";
import { say } from "../messages/words.ts";

export const label = command({
  name: "label",
  usage: "/label <name> …",
  summary: say("command.label"),
  examples: ["/label area/docs", '/label "good first issue" docs'],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: async (context, reads: ReadsWithTracking) => ({
    issue: await mustFindIssue(context, reads),
    labels: await reads.github.labels(context.repository),
  }),
  decide(context, { issue, labels }): SharedPlan {
    const names = findLabels(labels, mustNameLabels(context.line, labels));
    const added = names.filter((it) => !issue.labels.some((one) => isSameName(one, it)));
    if (added.length + issue.labels.length > maxLabels) {
      throw new UserError(noRoomForLabels(maxLabels, issue.labels.length));
    }
    return changeLabels(context, issue, { add: added, remove: [] });
  },
});

/**
 * The labels a command names, as words with commas between them or not; one with a colon looks like an option, and is
 * one name all the same. Throws a `UserError` where none is named.
 */
export function mustNameLabels({ name, words, given }: CommandLine, known: readonly string[]): string[] {
  const written = given.map((it) => it.written.replaceAll(/["“”„‟＂]/gu, ""));
  const names = [...words, ...written].flatMap((it) =>
    known.some((one) => isSameName(one, it)) ? [it] : it.split(/[,，、]/u),
  );
  const wanted = names.map((it) => it.trim()).filter((it) => it !== "");
  if (wanted.length > 0) return wanted;
  throw new UserError(noLabelNamed(name));
}

/** The plan that changes the labels of an issue. */
export function changeLabels(
  { repository }: Pick<TriageContext, "repository">,
  { number, id: subject }: TrackedIssue,
  { add: names, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): SharedPlan {
  const add = names.map((name) => ({ name }));
  const words = [...names.map((it) => `+${it}`), ...remove.map((it) => `-${it}`)].join(" ");
  if (words === "") return { actions: [], because: "the issue has these labels already" };
  return {
    actions: [{ do: "label", repository, number, subject, add, remove }],
    because: `a helper labels the issue: ${words}`,
  };
}
