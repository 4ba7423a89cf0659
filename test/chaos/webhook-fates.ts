import { hourMs, minuteMs } from "../../src/core/clock.ts";
import type { Chances } from "../simulation/chances.ts";
import type { Fate, FateOf } from "../simulation/post-office.ts";
import { ChancesOf } from "./chance-of.ts";

/** Webhooks come late, overtake each other, come twice, and get lost: by what they tell, so that a seed can be replayed. */
export function webhookFates(seed: number): FateOf {
  const chancesOf = new ChancesOf(`webhooks ${seed}`);
  return ({ headers, body }) => {
    const payload = JSON.parse(body) as Payload;
    const told = `${headers["x-github-event"]}.${payload.action ?? ""}`;
    const subject = payload.discussion ?? payload.issue ?? payload.pull_request;
    const chances = chancesOf.of(`${told} ${subject?.title ?? ""} ${payload.sender?.login ?? ""}`);
    return chooseFate(chances, isFoundLater(told, payload));
  };
}

function chooseFate(chances: Chances, mayBeLost: boolean): Fate {
  const late = [lateness(chances)];
  if (chances.percent(15)) late.push(1 + chances.whole(0, hourMs));
  if (chances.percent(7)) return { lateMs: [], lost: "refused" };
  if (chances.percent(10) && mayBeLost) return { lateMs: [], lost: "forever" };
  return { lateMs: late };
}

/** Most come at once, some within seconds and minutes, and one in twenty an hour late. */
function lateness(chances: Chances): number {
  const upTo = chances.weighted({ "0": 70, [20_000]: 15, [10 * minuteMs]: 10, [hourMs]: 5 });
  return upTo === "0" ? 0 : 1 + chances.whole(0, Number(upTo));
}

interface Payload {
  readonly action?: string;
  readonly discussion?: { readonly title?: string };
  readonly issue?: { readonly title?: string };
  readonly pull_request?: { readonly title?: string };
  readonly comment?: { readonly body?: string };
  readonly sender?: { readonly login?: string };
}

/** Whether a reading of what changed finds it. A command is obeyed when it is told, and not for being there. */
function isFoundLater(told: string, { comment }: Payload): boolean {
  return told === "discussion_comment.created" ? !(comment?.body ?? "").startsWith("/") : foundLater.has(told);
}

const foundLater = new Set([
  "discussion.created",
  "discussion.answered",
  "discussion.closed",
  "discussion.labeled",
  "discussion.unlabeled",
  "discussion_comment.edited",
]);
