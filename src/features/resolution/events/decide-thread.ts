import { nothing } from "../../../core/plan.ts";
import type { ResolutionAction, ResolutionPlan } from "../actions/resolution-actions.ts";
import { nextStep, type Step } from "../steps/next-step.ts";
import {
  foldReminder,
  keepFromClosing,
  planClosing,
  planReminder,
  planReopening,
  silenceKey,
} from "../steps/plan-step.ts";
import type { ThreadResolution } from "../thread-resolution.ts";
import { wordsOfOthers, type Draft, type Reading, type Settings } from "./draft.ts";
import type { ThreadEvent, ThreadFacts } from "./gather-thread.ts";
import { isAsked } from "./gather-thread.ts";
import { propose, settle } from "./propose.ts";

/** Opens what we closed when the asker writes, proposes an answer, reminds or closes; and says when to look again. */
export function decideThread(event: ThreadEvent, facts: ThreadFacts, settings: Settings): ResolutionPlan {
  const { repository, number } = event;
  const { resolution, read, dueAt } = facts;
  if (event.kind === "discussion-removed" || (read && !read.thread)) {
    if (!resolution) return nothing("nothing is known of the thread's end");
    return { actions: [{ do: "forget-resolution", repository, number }], because: "the discussion is gone" };
  }
  const before: Draft = { resolution: seenAs(event, resolution ?? { number }), actions: [], because: [] };
  const { draft, step } = read?.thread
    ? afterReading(before, { repository, event, facts, thread: read.thread }, settings)
    : { draft: before, step: stepOf(before, facts, undefined, settings) };
  const until = step.do === "wait" ? step.until : undefined;
  const isKnown = JSON.stringify(draft.resolution) === JSON.stringify(resolution ?? { number });
  const because = [...draft.because, ...(step.do === "wait" ? [step.because] : [])].join("; ");
  if (draft.actions.length === 0 && isKnown && until?.getTime() === dueAt?.getTime()) return nothing(because);
  const keep: ResolutionAction = {
    do: "keep-resolution",
    repository,
    resolution: draft.resolution,
    ...(until && { dueAt: until.toISOString() }),
  };
  return { actions: [...draft.actions, keep], because };
}

/** Whoever opens a thread that we closed ends that closing; its silence is not closed again. */
function seenAs(event: ThreadEvent, resolution: ThreadResolution): ThreadResolution {
  const { closing, silence, ...rest } = resolution;
  if (!closing || event.kind !== "discussion-changed" || event.change !== "reopened") return resolution;
  return { ...rest, ...(silence && { silence: { ...silence, isSpent: true } }) };
}

function afterReading(before: Draft, reading: Reading, settings: Settings): { draft: Draft; step: Step } {
  const started = withoutEndedSilence(before, reading);
  const reopened = planReopening(keepFromClosing(started, reading), reading);
  const settled = settle(foldReminder(reopened, reading), reading, settings);
  const proposed = propose(settled, reading, settings);
  const step = stepOf(proposed, reading.facts, reading, settings);
  if (step.do === "wait") return { draft: proposed, step };
  const draft =
    step.do === "remind" ? planReminder(proposed, reading, settings) : planClosing(proposed, reading, settings);
  return { draft, step: stepOf(draft, reading.facts, reading, settings) };
}

/** The step by what is known, and what was read. A thread that is closed, answered, or has a newer word, waits. */
function stepOf(draft: Draft, facts: ThreadFacts, reading: Reading | undefined, { config, now }: Settings): Step {
  const { silence } = draft.resolution;
  const { watched, watchedSince, session, read } = facts;
  const known = { watched, watchedSince, session, silence, isAsked: isAsked(draft.resolution) };
  if (!reading) return nextStep(known, config, now);
  const { thread } = reading;
  if (thread.closed || thread.answer) return { do: "wait", because: "the thread is closed or answered" };
  const last = wordsOfOthers(thread).at(-1);
  const newer = last && thread.comments.slice(thread.comments.indexOf(last) + 1);
  if (!last) return { do: "wait", because: "nobody's words wait for the asker" };
  if (newer?.some(({ id }) => id === silenceKey(thread))) {
    return { do: "wait", because: "the asker has written meanwhile" };
  }
  return nextStep(
    {
      ...known,
      labels: thread.labels,
      isLocked: thread.locked,
      isPinned: read?.isPinned ?? false,
      lastWordOfOthers: last.createdAt,
    },
    config,
    now,
  );
}

/** A word of the asker ends a silence, also one that no webhook told of. */
function withoutEndedSilence(draft: Draft, { thread }: Reading): Draft {
  const { silence, ...rest } = draft.resolution;
  return !silence || silence.after === silenceKey(thread) ? draft : { ...draft, resolution: rest };
}
