import type { SharedSettings } from "../../../config/shared.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { dayMs } from "../../../core/clock.ts";
import type { WatchedThread } from "../../../core/thread-status.ts";
import type { Rota } from "../../../rota/rota.ts";
import type { Shift } from "../../../rota/shift.ts";
import { onCallAt } from "../../../rota/shifts.ts";
import type { OnCallConfig } from "../config.ts";
import type { ReadsOfOnCall } from "../reads.ts";
import { gatherRota } from "../../../rota/gather-rota.ts";
import { newSteps, type DueStep } from "./due-steps.ts";
import { isBehind } from "./is-behind.ts";

export interface EscalationFacts {
  /** Promises of which no notice was taken yet, those that are due first before the others. */
  readonly steps: readonly DueStep[];
  readonly watchedSince: Date | undefined;
  readonly rota: Rota;
  /** Who is on call now. */
  readonly shift: Shift | undefined;
  /** Numbers of threads of which GitHub holds more than we have heard: they are read before anybody is called for them. */
  readonly behind: ReadonlySet<number>;
  /** The living issue, where there is one: many are called for there. `id`: its node id. */
  readonly livingIssue: { readonly number: number; readonly id: string } | undefined;
  /** Of those on call, whoever may triage here: nobody else is called, since a login may be a mistake. */
  readonly mayTriage: readonly string[];
}

/** More than any team has waiting; what is beyond is found when these are answered. */
const maxThreads = 5_000;
/** What was missed longer ago was called for then, or is too late to be called for. */
const maxBreachAgeMs = 30 * dayMs;

/** Threads that are read at a time before they are called for; the next five minutes bring more. */
const maxRead = 100;

/**
 * What is due by our own records. GitHub is asked only while somebody is on call: for the threads, each once, since after
 * an outage people may have answered, and for rights where somebody is to be mentioned.
 */
export async function gatherEscalation(
  repository: RepositoryRef,
  { config, shared, reads, now }: { config: OnCallConfig; shared: SharedSettings; reads: ReadsOfOnCall; now: Date },
): Promise<EscalationFacts> {
  const steps = onThreads(await findNewSteps(repository, reads, now), maxRead);
  const watchedSince = await reads.watch.watchedSince(repository);
  const rota = await gatherRota(repository, config, shared.calendars, reads.github);
  const shift = onCallAt(rota, now);
  const mayTriage: string[] = [];
  const isNobodyThere = !shift && rota.layers.length + rota.covers.length > 0;
  const behind = isNobodyThere ? new Set<number>() : await findBehind(repository, steps, reads);
  if (steps.some(({ step }) => config.escalation[step].mention === "on-call")) {
    for (const login of shift?.who ?? []) {
      if ((await reads.github.rolesOf(repository, login)).includes("helper")) mayTriage.push(login);
    }
  }
  const called = steps.filter(
    ({ step, thread }) => config.escalation[step].mention !== "none" && !behind.has(thread.number),
  );
  const isMany = !isNobodyThere && called.length >= config.escalation["group-from"];
  const livingIssue = isMany ? await findLivingIssue(repository, reads) : undefined;
  return { steps, watchedSince, rota, shift, mayTriage, behind, livingIssue };
}

/** One that a person has closed is nobody's place to look. */
async function findLivingIssue(
  repository: RepositoryRef,
  { github, livingIssues }: ReadsOfOnCall,
): Promise<EscalationFacts["livingIssue"]> {
  const kept = await livingIssues.findLivingIssue(repository);
  if (kept?.state !== "kept" || kept.number === undefined) return undefined;
  const issue = await github.findIssue(repository, kept.number);
  return issue && { number: kept.number, id: issue.id };
}

function onThreads(steps: readonly DueStep[], max: number): DueStep[] {
  const numbers = new Set([...new Set(steps.map(({ thread }) => thread.number))].slice(0, max));
  return steps.filter(({ thread }) => numbers.has(thread.number));
}

async function findBehind(
  repository: RepositoryRef,
  steps: readonly DueStep[],
  { github, timelines }: ReadsOfOnCall,
): Promise<ReadonlySet<number>> {
  const behind = new Set<number>();
  for (const [number, watched] of new Map(steps.map((it) => [it.thread.number, it.thread]))) {
    const thread = await github.findThread(repository, number);
    const timeline = await timelines.findTimeline(repository, number);
    if (isBehind(watched, timeline, thread)) behind.add(number);
  }
  return behind;
}

/** By our own records alone. */
export async function findNewSteps(
  repository: RepositoryRef,
  { watch, onCall }: Pick<ReadsOfOnCall, "watch" | "onCall">,
  now: Date,
): Promise<DueStep[]> {
  const threads = new Map<number, WatchedThread>();
  const waiting = { status: ["waiting-on-team"], limit: maxThreads } as const;
  for (const wanted of [{ dueBefore: now }, { breachedSince: new Date(now.getTime() - maxBreachAgeMs) }]) {
    for (const it of await watch.watchedThreads(repository, { ...waiting, ...wanted })) threads.set(it.number, it);
  }
  const notices = await onCall.noticesOf(repository, [...threads.keys()]);
  return newSteps([...threads.values()], notices, now).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
