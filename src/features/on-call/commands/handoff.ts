import { UserError } from "../../../core/errors.ts";
import { nothing } from "../../../core/plan.ts";
import { isLogin, toLogins } from "../../../issues/assignees.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { answerTo, command } from "../../command.ts";
import type { OnCallPlan } from "../actions/on-call-actions.ts";
import { assign, gatherAssignment, type AssignmentContext } from "../assignment/assignment.ts";
import { handedOver, handoffUsage, mayNotTriage } from "../messages/assignment.ts";
import type { ReadsOfOnCall } from "../reads.ts";
import { say } from "../messages/words.ts";

export const handoff = command({
  name: "handoff",
  usage: "/handoff @<login>",
  summary: say("command.handoff"),
  examples: ["/handoff @ann"],
  who: ["helper"],
  where: ["discussion"],

  async gather(context, reads: ReadsOfOnCall) {
    const to = namedLogin(context);
    const isHelper = (await reads.github.rolesOf(context.repository, to)).includes("helper");
    return { to, isHelper, ...(await gatherAssignment(context, reads)) };
  },

  decide(context, { to, isHelper, ...facts }): OnCallPlan {
    if (!isHelper) throw new UserError(mayNotTriage(to));
    if (facts.assignee !== undefined && isSameName(facts.assignee, to)) return nothing("they have the thread already");
    const { actions, because } = assign(context, to, facts);
    // Whoever is written with an @ is notified by that; a login alone tells them nothing.
    const isTold = /[@＠]/u.test(context.line.rest) || isSameName(to, context.actor.login);
    const answer = isTold ? [] : [answerTo(context, "handoff", handedOver(to, context.actor.login)(context.locale))];
    return { actions: [...actions, ...answer], because };
  },
});

/** The one login that is named. Throws a `UserError` for anything else. */
function namedLogin({ line, actor }: AssignmentContext): string {
  const [to, ...more] = toLogins(line.words, actor.login);
  if (to === undefined || more.length > 0 || line.given.length > 0 || !isLogin(to)) throw new UserError(handoffUsage);
  return to;
}
