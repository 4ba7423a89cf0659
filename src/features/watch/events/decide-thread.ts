import { isFresh, type SharedSettings } from "../../../config/shared.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { ThreadStatus } from "../../../core/thread-status.ts";
import { needsInfoSince } from "../../../timeline/state-of.ts";
import type { WatchAction, WatchPlan } from "../actions/watch-actions.ts";
import { notBefore, reckonThread, toWatched, type ReckonedThread } from "../clocks/reckon-thread.ts";
import type { PriorityName, WatchConfig } from "../config.ts";
import type { ThreadFacts, WatchedFacts } from "../gather/gather-thread.ts";
import { followRules, type RuleOutcome } from "../priorities/follow-rules.ts";
import { matchRules } from "../priorities/match-rules.ts";
import { hasLabel, priorityOf } from "../priorities/priority-of.ts";
import { toRecord } from "../watched-record.ts";
import type { Watched } from "../watched.ts";
import { localeOf } from "../../../words/locale-of.ts";
import { unwatchedExpectation } from "../messages/expectation.ts";
import { settingsActions } from "./settings-actions.ts";
import { tellExpectation } from "./tell-expectation.ts";

export interface ThreadContext {
  readonly repository: RepositoryRef;
  readonly config: WatchConfig;
  readonly shared: SharedSettings;
  readonly now: Date;
  /** Whether rules have something new to look at. */
  readonly mayRule: boolean;
  /** What a command has just chosen, with the labels that the thread has by it. */
  readonly choice?: { readonly priority: PriorityName; readonly labels: readonly string[] };
  /** `/needs-info` was just used, in a thread with these labels; `facts` know of it. */
  readonly asking?: { readonly labels: readonly string[] };
}

/** Keeps where a thread stands, and says in the thread what has changed by it. */
export function decideThread(facts: ThreadFacts, number: number, context: ThreadContext): WatchPlan {
  if (facts.found === "unwatched") return forget(facts.known, number, context, facts.because);
  const outcome = outcomeOfRules(facts, context);
  const watched = toBeKept(facts, outcome, context);
  const { record, told, status } = watched;
  const { repository } = context;
  const { id } = facts.timeline.observed;
  const subject = { repository, number, subject: id } as const;
  const asked = needsInfoLabels(watched, context);
  const remove = [...outcome.remove, ...asked.remove];
  const add = [...outcome.add, ...asked.add].map((name) => ({ name }));
  const actions: readonly WatchAction[] = [
    ...settingsActions(repository, facts.settings, context.now),
    ...(record === undefined ? [] : [{ do: "keep-watched", repository, number, record } as const]),
    ...(add.length + remove.length > 0 ? [{ do: "label", ...subject, add, remove } as const] : []),
    ...(told === undefined
      ? []
      : [{ do: "say", repository, discussion: id, number, section: "expectation", body: told } as const]),
  ];
  return actions.length === 0 ? nothing(`it is ${status} as before`) : { actions, because: `it is ${status}` };
}

function outcomeOfRules({ timeline, known, body }: WatchedFacts, context: ThreadContext): RuleOutcome {
  const { config, mayRule, choice } = context;
  const { title, category } = timeline.observed;
  const { labels } = timeline.observed;
  const before = known?.ruled;
  // What somebody chooses takes the place of what rules gave.
  if (choice) return { ruled: before && { ...before, wasSeen: true }, add: [], remove: [] };
  const isLooked = mayRule || !known;
  const wanted = isLooked ? matchRules(config.rules, { title, category, labels, body }) : before?.priority;
  return followRules(wanted, before, { labels, mayLabel: isNews(timeline, context) }, config);
}

/**
 * The label of `/needs-info` goes on with the record that says so, and comes off when that ends. Whoever puts it on
 * without this record never takes it off: the asker may have written before the command is obeyed, which may be late.
 */
function needsInfoLabels(
  { needsInfo, needsInfoEnded }: Pick<Kept, "needsInfo" | "needsInfoEnded">,
  { config, asking }: Pick<ThreadContext, "config" | "asking">,
): { readonly add: readonly string[]; readonly remove: readonly string[] } {
  const label = config["needs-info-label"];
  if (label === null) return { add: [], remove: [] };
  const isMissing = asking !== undefined && !hasLabel(asking.labels, label);
  return { add: needsInfo && isMissing ? [label] : [], remove: needsInfoEnded ? [label] : [] };
}

interface Kept {
  /** Missing where what is kept stays as it is. */
  readonly record?: string;
  readonly told?: string;
  readonly status: string;
  readonly needsInfo: boolean;
  readonly needsInfoEnded: boolean;
}

function toBeKept(facts: WatchedFacts, { ruled, add, remove }: RuleOutcome, context: ThreadContext): Kept {
  const { timeline, known, settings, language } = facts;
  const { config, choice, now } = context;
  const chosen = chosenPriority(known, context);
  const before = choice?.labels ?? timeline.observed.labels;
  const labels = [...before.filter((it) => !remove.includes(it)), ...add];
  const { priority } = priorityOf({ labels, chosen, ruled }, config);
  const reckoned = reckonThread({ ...facts, priority, config, calendars: settings.calendars, now });
  const isAsked = needsInfoSince(timeline, notBefore(timeline, now)) !== undefined;
  const needsInfo = mayNeedInfo.has(reckoned.state.status) && isAsked;
  const told = tell(facts, reckoned, priority, needsInfo, context);
  const saidLast = told ?? known?.told;
  const watched: Watched = {
    ...toWatched(reckoned, timeline, { priority, near: config.near }),
    digest: settings.digest,
    ...(saidLast && { told: saidLast }),
    ...(chosen && { chosen }),
    ...(ruled && { ruled }),
    ...(needsInfo && { needsInfo }),
    ...(language !== localeOf(context.shared).language && { language }),
  };
  const record = toRecord(watched);
  const isSame = known !== undefined && toRecord(known) === record;
  return {
    ...(!isSame && { record }),
    ...(told && { told: told.text }),
    status: reckoned.state.status,
    needsInfo,
    needsInfoEnded: known?.needsInfo === true && !needsInfo,
  };
}

/** In the others it is the team's turn, or nobody's, whatever was asked before. */
const mayNeedInfo: ReadonlySet<ThreadStatus> = new Set(["waiting-on-asker", "awaiting-decision", "session-booked"]);

/** A label tells a priority by itself; what has none is remembered until another one is chosen, or a label put on. */
function chosenPriority(known: Watched | undefined, { config, choice }: ThreadContext): PriorityName | undefined {
  if (!choice) return known?.chosen;
  return config.priorities[choice.priority].label === null ? choice.priority : undefined;
}

function tell(
  { timeline, known, hasComment, language }: WatchedFacts,
  reckoned: ReckonedThread,
  priority: PriorityName,
  needsInfo: boolean,
  context: ThreadContext,
) {
  const locale = { language, overrides: context.shared.words };
  const sayable = {
    isLocked: timeline.observed.locked,
    hasComment,
    isFresh: isNews(timeline, context),
    needsInfo,
    locale,
  };
  return tellExpectation(reckoned, known?.told, sayable, priority, context.config);
}

/** Whether somebody opened the thread, or wrote in it, so lately that it may be spoken to first. */
function isNews({ openedAt, entries }: WatchedFacts["timeline"], { shared, now }: ThreadContext): boolean {
  const words = entries.filter((it) => it.kind === "comment" && it.actor !== "bot" && !it.isDeleted);
  const last = words.reduce((latest, { at }) => Math.max(latest, at.getTime()), openedAt.getTime());
  return isFresh(new Date(last), shared, now);
}

/** A thread that is watched no more makes no promise, and waits on nobody. */
function forget(
  known: Watched | undefined,
  number: number,
  { repository, config, shared }: ThreadContext,
  because: string,
): WatchPlan {
  if (!known) return nothing(because);
  const { id } = known.thread;
  const { remove } = needsInfoLabels({ needsInfo: false, needsInfoEnded: known.needsInfo === true }, { config });
  const body = unwatchedExpectation({ ...localeOf(shared), ...(known.language && { language: known.language }) });
  return {
    actions: [
      { do: "forget-watched", repository, number },
      ...(remove.length > 0 ? [{ do: "label", repository, number, subject: id, add: [], remove } as const] : []),
      ...(known.told ? [{ do: "say", repository, discussion: id, number, section: "expectation", body } as const] : []),
    ],
    because,
  };
}
