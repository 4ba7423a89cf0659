import type { SharedPlan } from "../../actions/shared-actions.ts";
import { UserError } from "../../core/errors.ts";
import type { PlannedIssue } from "../../core/planning.ts";
import { listOf, unexpectedWords } from "../../issues/refusals.ts";
import { isSameName } from "../../text/is-same-name.ts";
import { inlineText } from "../../text/neutralise.ts";
import { nearestFirst } from "../../text/nearest-first.ts";
import { mustAssign, toLogins, type AssigneeFacts } from "../../issues/find-assignees.ts";
import type { TriageContext } from "./issue-facts.ts";

/** Who is meant by a command's words; nobody named: whoever writes. */
export function namedPeople({ line, actor }: TriageContext): string[] {
  if (line.given.length > 0) {
    const odd = line.given.map(({ written }) => written);
    throw new UserError(unexpectedWords(line.name, odd, `/${line.name} @<login> …`));
  }
  return toLogins(line.words.length === 0 ? ["me"] : line.words, actor.login);
}

/** Assign people to an issue, beside those who are. */
export function decideAssign(
  { repository }: TriageContext,
  { number, assignees }: PlannedIssue,
  people: AssigneeFacts,
): SharedPlan {
  const assign = mustAssign(people).filter((it) => !assignees.some((one) => isSameName(one, it)));
  if (assign.length === 0) return { actions: [], because: "they are assigned already" };
  if (assign.length + assignees.length > 10) {
    throw new UserError(`An issue has ten assignees at most; this one has ${assignees.length}.`);
  }
  return {
    actions: [{ do: "change-issue", repository, number, change: { assign } }],
    because: `a helper assigns ${assign.join(", ")}`,
  };
}

/** Let people go who are assigned. */
export function decideUnassign(context: TriageContext, { number, assignees }: PlannedIssue): SharedPlan {
  const unassign = namedPeople(context).map((login) => {
    const found = assignees.find((it) => isSameName(it, login));
    if (found !== undefined) return found;
    const others = assignees.length === 0 ? "Nobody is." : listOf(nearestFirst(assignees, login, String));
    throw new UserError(`${inlineText(login, 40)} is not assigned to issue ${number}. ${others}`);
  });
  const { repository } = context;
  return {
    actions: [{ do: "change-issue", repository, number, change: { unassign } }],
    because: `a helper lets ${unassign.join(", ")} go`,
  };
}
