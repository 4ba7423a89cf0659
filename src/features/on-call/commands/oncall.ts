import type { SharedPlan } from "../../../actions/shared-actions.ts";
import { dayMs } from "../../../core/clock.ts";
import type { ReadsOfOnCall } from "../reads.ts";
import { heldUntil, nextShift, onCallAt } from "../../../rota/shifts.ts";
import { answerTo, command } from "../../command.ts";
import { noRota, whoIsOnCall, type WhoIsOnCall } from "../messages/who-is-on-call.ts";
import { gatherRota } from "../../../rota/gather-rota.ts";
import { say } from "../messages/words.ts";

type Facts = WhoIsOnCall | undefined;

/** How far ahead somebody's end is looked for. */
const maxAheadMs = 60 * dayMs;

export const oncall = command({
  name: "oncall",
  usage: "/oncall",
  summary: say("command.oncall"),
  examples: ["/oncall"],
  who: "anyone",
  where: ["discussion", "issue"],

  async gather({ repository, config, now }, { github }: ReadsOfOnCall): Promise<Facts> {
    const rota = await gatherRota(repository, config["on-call"], config.calendars, github);
    if (rota.layers.length === 0 && rota.covers.length === 0) return undefined;
    const shift = onCallAt(rota, now);
    const until = shift && heldUntil(rota, shift, new Date(now.getTime() + maxAheadMs));
    const next = shift && !until ? undefined : nextAfter(until ?? now);
    const mayNotTriage: string[] = [];
    for (const login of new Set([...(shift?.who ?? []), ...(next?.who ?? [])])) {
      if (!(await github.rolesOf(repository, login)).includes("helper")) mayNotTriage.push(login);
    }
    return { shift, until, next, mayNotTriage };

    function nextAfter(time: Date) {
      return onCallAt(rota, time) ?? nextShift(rota, time);
    }
  },

  decide(context, facts): SharedPlan {
    const text = facts ? whoIsOnCall(facts, context.config["on-call"].timezone) : noRota;
    return { actions: [answerTo(context, "oncall", text(context.locale))], because: "somebody asked who is on call" };
  },
});
