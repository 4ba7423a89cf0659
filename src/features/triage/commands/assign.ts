import type { SharedPlan } from "../../../actions/shared-actions.ts";
import { UserError } from "../../../core/errors.ts";
import { maxAssignees, mustAssign, readAssignees, toLogins } from "../../../issues/assignees.ts";
import { unexpectedWords } from "../../../issues/refusals.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { command } from "../../command.ts";
import { noRoomForAssignees } from "../messages/refusals.ts";
import { appliesTo, mustFindIssue, type ReadsWithTracking, type TriageContext } from "../triage-context.ts";
import { say } from "../messages/words.ts";

export const assign = command({
  name: "assign",
  usage: "/assign @<login> …",
  summary: say("command.assign"),
  examples: ["/assign", "/assign @ann @bob"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: async (context, reads: ReadsWithTracking) => ({
    issue: await mustFindIssue(context, reads),
    people: await readAssignees(context.repository, namedLogins(context), reads.github),
  }),
  decide({ repository }, { issue: { number, assignees }, people }): SharedPlan {
    const assigned = mustAssign(people).filter((it) => !assignees.some((one) => isSameName(one, it)));
    if (assigned.length === 0) return { actions: [], because: "they are assigned already" };
    if (assigned.length + assignees.length > maxAssignees) throw new UserError(noRoomForAssignees(assignees.length));
    return {
      actions: [{ do: "change-issue", repository, number, change: { assign: assigned } }],
      because: `a helper assigns ${assigned.join(", ")}`,
    };
  },
});

/** The logins a command names, or else its author's. Throws a `UserError` for options. */
export function namedLogins({ line, actor }: Pick<TriageContext, "line" | "actor">): string[] {
  if (line.given.length > 0) {
    const unexpected = line.given.map(({ written }) => written);
    throw new UserError(unexpectedWords(line.name, unexpected, `/${line.name} @<login> …`));
  }
  return toLogins(line.words.length === 0 ? ["me"] : line.words, actor.login);
}
