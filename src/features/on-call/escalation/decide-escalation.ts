import { secondsOf } from "../../../business-time/duration.ts";
import type { Locale } from "../../../core/language.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import { nextShift, onCallAt } from "../../../rota/shifts.ts";
import type { OnCallPlan } from "../actions/on-call-actions.ts";
import type { OnCallConfig } from "../config.ts";
import { chatMessage, mentionInIssue, mentionText } from "../messages/escalation.ts";
import { sayTimeIn } from "../../../text/say-time.ts";
import type { DueStep } from "./due-steps.ts";
import type { EscalationFacts } from "./gather-escalation.ts";

type Action = OnCallPlan["actions"][number];

interface Setting {
  readonly repository: RepositoryRef;
  readonly config: OnCallConfig;
  readonly freshness: string;
  readonly now: Date;
  /** That of the repository: it is the team that is spoken to. */
  readonly locale: Locale;
}

/**
 * One quiet step for each promise, once, while somebody is on call: what is due at night waits for the next shift. What
 * was due before we watched, was old by then, or could have been called for longer ago than `freshness`, is taken notice
 * of and no more.
 */
export function decideEscalation(facts: EscalationFacts, setting: Setting): OnCallPlan {
  const { watchedSince, rota, shift } = facts;
  const { repository, config, now } = setting;
  if (facts.steps.length === 0) return nothing("nothing new is due");
  if (!watchedSince) return nothing("nobody watches the threads");
  const steps = facts.steps.filter(({ thread }) => !facts.behind.has(thread.number));
  const catchUp = catchUpActions(facts.behind, repository);
  if (steps.length === 0) return { actions: catchUp, because: "GitHub holds more of what is due" };
  const hasRota = rota.layers.length + rota.covers.length > 0;
  if (hasRota && !shift) {
    const next = nextShift(rota, now);
    const until = next ? ` until ${sayTimeIn(config.timezone, next.from)}` : "";
    return nothing(`${steps.length} promises are due, and nobody is on call${until}`);
  }
  const called = steps.filter((it) => !isTooLate(it, watchedSince, facts, setting));
  const notices = steps.map((it) => {
    const { thread, clock, dueAt, step } = it;
    return { number: thread.number, clock, dueAt: dueAt.toISOString(), step, isCalled: called.includes(it) };
  });
  const mentions = mentionActions(called, facts, setting);
  return {
    actions: [
      ...catchUp,
      { do: "keep-notices", repository, notices },
      ...labelActions(called, setting),
      ...mentions.actions,
      ...chatActions(called, facts, setting),
    ],
    because: [`${called.length} of ${steps.length} due promises are called for`, ...mentions.because].join("; "),
  };
}

/** Whether it was old when we first heard of it, or has been due for too long to be called for. */
function isTooLate(
  { thread, dueAt, step }: DueStep,
  watchedSince: Date,
  { rota }: EscalationFacts,
  { freshness, now }: Setting,
): boolean {
  const freshMs = secondsOf(freshness) * 1000;
  if (watchedSince.getTime() - thread.state.lastWordAt.getTime() > freshMs) return true;
  if (step === "near") return false;
  if (dueAt < watchedSince) return true;
  const couldBeCalled = onCallAt(rota, dueAt) ? dueAt : (nextShift(rota, dueAt)?.from ?? dueAt);
  return now.getTime() - couldBeCalled.getTime() > freshMs;
}

/** Threads of which a webhook was lost are read; what is still due in them then is called for in the next five minutes. */
function catchUpActions(behind: ReadonlySet<number>, repository: RepositoryRef): Action[] {
  return [...behind].map((number) => {
    const event = { kind: "thread-behind", repository, number } as const;
    return { do: "follow-up", key: `thread-behind:${number}`, event };
  });
}

/** The labels of each thread are a delivery of their own: where one fails, the others are put on all the same. */
function labelActions(steps: readonly DueStep[], { repository, config }: Setting): Action[] {
  const labelled = steps.filter(({ step }) => config.escalation[step].label !== null);
  return [...new Set(labelled.map(({ thread }) => thread.number))].map((number) => {
    const event = { kind: "thread-due", repository, number } as const;
    return { do: "follow-up", key: `thread-due:${number}`, event };
  });
}

/** One comment in each thread, or one for all of them: in the living issue, or else where what is due first is. */
function mentionActions(
  steps: readonly DueStep[],
  facts: EscalationFacts,
  { repository, config, locale }: Setting,
): { readonly actions: readonly Action[]; readonly because: readonly string[] } {
  const byTarget = Map.groupBy(steps, ({ step }) => config.escalation[step].mention);
  byTarget.delete("none");
  const actions: Action[] = [];
  const because: string[] = [];
  for (const [kind, due] of byTarget) {
    const target = kind === "team" ? [`@${repository.owner}/${config.team ?? ""}`] : onCallMentions(repository, facts);
    if (target.length === 0) {
      because.push("nobody is mentioned, for whoever is on call may not triage here");
      continue;
    }
    const groups = due.length >= config.escalation["group-from"] ? [due] : due.map((it) => [it]);
    actions.push(...groups.map((group) => toMention(target.join(" "), group, facts, { repository, config, locale })));
  }
  return { actions, because };
}

function onCallMentions({ owner }: RepositoryRef, { shift, mayTriage }: EscalationFacts): string[] {
  if (shift?.team !== undefined && shift.who.length === 0) return [`@${owner}/${shift.team}`];
  return mayTriage.map((it) => `@${it}`);
}

function toMention(
  target: string,
  group: readonly DueStep[],
  { livingIssue }: EscalationFacts,
  { repository, config, locale }: Pick<Setting, "repository" | "config" | "locale">,
): Action {
  const [first] = group;
  if (!first) throw new Error("a mention is for nothing");
  const key = keyOf(first);
  if (livingIssue && group.length > 1) {
    const { number, id: issue } = livingIssue;
    const body = mentionInIssue(target, group, config.timezone)(locale);
    return { do: "comment-on-issue", repository, number, issue, key, body };
  }
  const { number, id: discussion } = first.thread;
  return {
    do: "mention",
    repository,
    discussion,
    number,
    key,
    body: mentionText(target, group, config.timezone)(locale),
  };
}

function chatActions(
  steps: readonly DueStep[],
  { shift }: EscalationFacts,
  { repository, config, locale }: Setting,
): Action[] {
  const told = steps.filter(({ step }) => config.escalation[step].webhook);
  const [first] = told;
  if (!first) return [];
  const message = chatMessage(repository, told, shift, { timeZone: config.timezone, locale });
  const event = { kind: "post-to-chat", repository, key: keyOf(first), message } as const;
  return [{ do: "follow-up", key: "post-to-chat", event }];
}

/** Notice of a promise is taken once, so the first of a message tells it from all others. */
function keyOf({ thread, clock, dueAt, step }: DueStep): string {
  return `${step}:${thread.number}:${clock}:${dueAt.toISOString()}`;
}
