import type { SharedSettings } from "../../../config/shared.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { isTeam, type Timeline } from "../../../core/timeline.ts";
import type { ThreadDecision } from "../../../timeline/thread-decision.ts";
import { toDecision } from "../../../timeline/to-decision.ts";
import type { Language } from "../../../core/language.ts";
import { localeOf } from "../../../words/locale-of.ts";
import type { WatchConfig } from "../config.ts";
import { needsBody } from "../priorities/match-rules.ts";
import type { Watched } from "../watched.ts";
import { gatherSettings, type WatchSettings } from "./gather-settings.ts";
import type { ReadsWithWatch } from "./reads-with-watch.ts";

/** What is known of a thread that is watched, or of why it is not. */
export type ThreadFacts =
  | { readonly found: "unwatched"; readonly because: string; readonly known: Watched | undefined }
  | ({ readonly found: "thread" } & WatchedFacts);

export interface WatchedFacts {
  readonly timeline: Timeline;
  readonly decision: ThreadDecision | undefined;
  readonly known: Watched | undefined;
  readonly settings: WatchSettings;
  /** Whether we have commented in the thread. */
  readonly hasComment: boolean;
  /** Of the discussion, where a rule looks at it, or its language is looked for. */
  readonly body: string | undefined;
  /** In which the asker is spoken to. */
  readonly language: Language;
}

interface Context {
  readonly config: WatchConfig;
  readonly shared: SharedSettings;
  readonly reads: ReadsWithWatch;
}

/**
 * What a thread's state, clocks and expectation follow from: our own records, and its text (1 point) where a rule asks for
 * that and `mayRule` says that rules have something new to look at, or its language is not known yet.
 */
export async function gatherThread(
  repository: RepositoryRef,
  number: number,
  { config, shared, reads }: Context,
  mayRule: boolean,
): Promise<ThreadFacts> {
  const { watch, timelines, requests, records, github } = reads;
  const [timeline, known] = await Promise.all([
    timelines.findTimeline(repository, number),
    watch.findWatch(repository, number),
  ]);
  const because = timeline ? whyUnwatched(timeline, config) : "nothing is known of the discussion";
  if (!timeline || because !== undefined) return { found: "unwatched", because: because ?? "", known };
  const [request, comment, settings] = await Promise.all([
    requests.findRequest(repository, number),
    records.findOurComment(repository, number),
    gatherSettings(repository, { config, shared, reads }),
  ]);
  const isRuled = (mayRule || !known) && needsBody(config.rules);
  const isNewVoice = !known && shared.language === "auto" && config.expectation.mode !== "off";
  const body = isRuled || isNewVoice ? (await github.findDiscussion(repository, number))?.body : undefined;
  const { title } = timeline.observed;
  const { language } = localeOf(shared, isNewVoice ? { title, body: body ?? "" } : undefined);
  return {
    found: "thread",
    timeline,
    decision: toDecision(request?.request),
    known,
    settings,
    hasComment: comment !== undefined,
    body,
    language: known?.language ?? language,
  };
}

/** Why a thread is not watched; undefined where it is. */
export function whyUnwatched(
  { observed, opener }: Pick<Timeline, "observed" | "opener">,
  { categories }: Pick<WatchConfig, "categories">,
): string | undefined {
  const isWatched = categories ? categories.includes(observed.category) : observed.isAnswerable;
  if (!isWatched) return `the category ${observed.category} is not watched`;
  if (isTeam(opener)) return "the team opened the discussion";
  return opener === "bot" ? "a bot opened the discussion" : undefined;
}
