import type { Discussion, RepositoryRef } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import type { AnsweredThread } from "../../core/knowledge.ts";
import { nothing } from "../../core/plan.ts";
import type { Reads } from "../../core/reads.ts";
import type { Timeline } from "../../core/timeline.ts";
import { threadActions, type ThreadAction, type ThreadPlan } from "./actions.ts";
import { feature, type EventOf } from "../feature.ts";
import { toAnsweredThread } from "./to-answered-thread.ts";

/** What this feature reads beside what everybody may: the timelines. */
interface ReadsOfThreads extends Reads {
  readonly timelines: { findTimeline(repository: RepositoryRef, number: number): Promise<Timeline | undefined> };
}

type Facts =
  | { readonly found: "nothing-to-read" }
  /** Whether the repository is served already, and so its threads were imported. */
  | { readonly found: "repository"; readonly isServed: boolean }
  | { readonly found: "page"; readonly discussions: readonly Discussion[]; readonly next: string | undefined }
  | { readonly found: "thread"; readonly discussion: Discussion | undefined };

/** Changes after which a thread may be an answer, or none any more; labels and locks make no difference. */
const changesAnswers: ReadonlySet<string> = new Set([
  "answered",
  "unanswered",
  "category_changed",
  "closed",
  "reopened",
]);

/** Keeps answered threads searchable: all of them once, page by page, then each as it changes. */
export const answeredThreads = feature({
  name: "answered-threads",
  summary: "Learns the repository's answered discussions when it is installed, and each change to them after that.",
  on: [
    "repository-added",
    "import-threads",
    "discussion-edited",
    "discussion-changed",
    "discussion-removed",
    "comment-edited",
    "comment-deleted",
    "thread-observed",
  ],
  actions: threadActions,

  async gather(event, { reads }: { reads: ReadsOfThreads }): Promise<Facts> {
    const { github, records } = reads;
    switch (event.kind) {
      case "repository-added": {
        const served = await records.repositories();
        return { found: "repository", isServed: served.some(({ id }) => id === event.repository.id) };
      }
      case "discussion-removed":
        return { found: "nothing-to-read" };
      case "import-threads": {
        const { discussions, next } = await github.answeredDiscussions(event.repository, event.cursor);
        return { found: "page", discussions, next };
      }
      case "discussion-changed":
        if (!changesAnswers.has(event.change)) return { found: "nothing-to-read" };
        return { found: "thread", discussion: await github.findDiscussion(event.repository, event.number) };
      case "thread-observed":
        if (!(await isNews(event, reads))) return { found: "nothing-to-read" };
        return { found: "thread", discussion: await github.findDiscussion(event.repository, event.number) };
      case "discussion-edited":
      case "comment-edited":
      case "comment-deleted":
        return { found: "thread", discussion: await github.findDiscussion(event.repository, event.number) };
      default:
        return unreachable(event);
    }
  },

  decide(event, facts): ThreadPlan {
    const { repository } = event;
    switch (facts.found) {
      case "page":
        return keepPage(repository, facts.discussions, facts.next);
      case "thread":
        return "number" in event ? keepOrForget(repository, event.number, facts.discussion) : nothing("no thread");
      case "repository":
        if (facts.isServed) return nothing("the repository's answered discussions are known");
        return {
          actions: [importFrom(repository, undefined)],
          because: "the repository is new, so its answered discussions are imported",
        };
      case "nothing-to-read":
        return event.kind === "discussion-removed"
          ? { actions: [{ do: "forget-thread", repository, number: event.number }], because: "the discussion is gone" }
          : nothing("there is nothing to forget");
      default:
        return unreachable(facts);
    }
  },
});

/**
 * Whether a thread that was looked at has an answer of which we know nothing, or none any more: the webhook that told of it
 * was lost. Nothing is asked of GitHub, since a look at a whole history ends here for each open thread.
 */
async function isNews(
  { repository, number }: EventOf<"thread-observed">,
  { timelines, knowledge }: ReadsOfThreads,
): Promise<boolean> {
  const timeline = await timelines.findTimeline(repository, number);
  const known = await knowledge.items(repository, [`thread:${number}`]);
  return (timeline?.observed?.answer !== undefined) !== known.length > 0;
}

function keepPage(repository: RepositoryRef, discussions: readonly Discussion[], next: string | undefined): ThreadPlan {
  const threads = discussions.map(toAnsweredThread).filter(isFit);
  const keep: ThreadAction[] = threads.length > 0 ? [{ do: "keep-threads", repository, threads }] : [];
  const done: ThreadAction = {
    do: "follow-up",
    key: "threads-imported",
    event: { kind: "threads-imported", repository },
  };
  return {
    actions: [...keep, next === undefined ? done : importFrom(repository, next)],
    because: `${threads.length} of ${discussions.length} answered discussions on this page can be suggested`,
  };
}

function keepOrForget(repository: RepositoryRef, number: number, discussion: Discussion | undefined): ThreadPlan {
  const thread = discussion ? toAnsweredThread(discussion) : { unfit: "it is gone" };
  if (isFit(thread)) {
    return {
      actions: [{ do: "keep-threads", repository, threads: [thread] }],
      because: "the discussion has an answer that can be suggested",
    };
  }
  return {
    actions: [{ do: "forget-thread", repository, number }],
    because: `the discussion is not suggested: ${thread.unfit}`,
  };
}

function importFrom(repository: RepositoryRef, cursor: string | undefined): ThreadAction {
  return {
    do: "follow-up",
    key: `import-threads:${cursor ?? "start"}`,
    event: { kind: "import-threads", repository, cursor },
  };
}

function isFit(thread: AnsweredThread | { readonly unfit: string }): thread is AnsweredThread {
  return !("unfit" in thread);
}
