import type { RepositoryRef } from "../../../core/discussion.ts";
import type { WatchedThread } from "../../../core/thread-status.ts";
import type { Timeline } from "../../../core/timeline.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import type { ResolutionAction, ResolutionPlan } from "../actions/resolution-actions.ts";
import type { ResolutionConfig } from "../config.ts";
import type { ReadsWithResolutions } from "../reads.ts";
import type { SeenSign } from "../signs/find-helpful.ts";

/** Threads that are due, handled of one repository at a time; the next hour brings the rest. */
const maxDue = 200;
/** Threads whose reactions are read in one go, and comments of each: fifty comments are a point. */
const maxThreads = 500;
const maxComments = 3;

/** What a sweep has found: threads that are due, and comments that their askers liked. */
export interface SweepFacts {
  readonly found: "sweep";
  readonly due: readonly number[];
  readonly signs: readonly (SeenSign & { readonly number: number })[];
}

/** Which threads are due is in our own records. Reactions, which no webhook tells of, cost 1 point for each 50 comments. */
export async function gatherSweep(
  { repository, reactions }: EventOf<"sweep-resolutions">,
  {
    config,
    reads,
    now,
  }: { readonly config: ResolutionConfig; readonly reads: ReadsWithResolutions; readonly now: Date },
): Promise<SweepFacts> {
  const due = await reads.resolutions.dueThreads(repository, now, maxDue);
  const isLookedFor = reactions && config.propose !== "off";
  return { found: "sweep", due, signs: isLookedFor ? await likedByAskers(repository, reads) : [] };
}

/** A follow-up for each thread, under the order key of the thread. */
export function decideSweep(repository: RepositoryRef, { due, signs }: SweepFacts): ResolutionPlan {
  const actions: readonly ResolutionAction[] = [
    ...signs.map((sign): ResolutionAction => ({
      do: "follow-up",
      key: `helpful-seen:${sign.number}`,
      event: { kind: "helpful-seen", repository, ...sign },
    })),
    ...due.map((number): ResolutionAction => ({
      do: "follow-up",
      key: `thread-due:${number}`,
      event: { kind: "thread-due", repository, number },
    })),
  ];
  if (actions.length === 0) return nothing("no thread is due, and no asker has liked an answer");
  return { actions, because: `${due.length} threads are due, ${signs.length} askers have liked an answer` };
}

/** Comments that askers gave 👍, of threads in which somebody waits for them, or a community answer waits to be seen. */
async function likedByAskers(repository: RepositoryRef, reads: ReadsWithResolutions): Promise<SweepFacts["signs"]> {
  const { watch, resolutions, timelines, github } = reads;
  const waiting = await watch.watchedThreads(repository, {
    status: ["waiting-on-asker", "waiting-on-team"],
    limit: maxThreads * 4,
  });
  const asked = new Map<string, WatchedThread>();
  for (const thread of waiting.filter(mayHaveAnswer).slice(0, maxThreads)) {
    if ((await resolutions.findResolution(repository, thread.number))?.proposal) continue;
    const timeline = await timelines.findTimeline(repository, thread.number);
    for (const id of timeline ? lastAnswers(timeline) : []) asked.set(id, thread);
  }
  if (asked.size === 0) return [];
  const opinions = await github.opinionsOn(repository, [...asked.keys()]);
  const newest = new Map<number, SeenSign & { readonly number: number }>();
  for (const [comment, thread] of asked) {
    const clicked = opinions.get(comment)?.reactions.filter(({ by }) => by === thread.asker) ?? [];
    const liked = clicked.find(({ helpful }) => helpful);
    if (!liked || clicked.some(({ helpful }) => !helpful)) continue;
    newest.set(thread.number, { number: thread.number, answer: comment, because: "liked", at: liked.at.toISOString() });
  }
  return [...newest.values()];
}

function mayHaveAnswer({ state, asker }: WatchedThread): boolean {
  return asker !== undefined && (state.status === "waiting-on-asker" || state.hasCommunityAnswer);
}

/** The last comments of people other than the asker, by node id. */
function lastAnswers({ entries, asker }: Timeline): readonly string[] {
  return entries
    .flatMap((it) => (it.kind === "comment" && !it.isDeleted && it.actor !== "bot" && it.by !== asker ? [it.id] : []))
    .slice(-maxComments);
}
