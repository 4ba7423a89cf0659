import { notHelpful } from "./commands/not-helpful.ts";
import { dayMs } from "../../core/clock.ts";
import type { RepositoryRef, Thread } from "../../core/discussion.ts";
import { unreachable } from "../../core/errors.ts";
import { nothing } from "../../core/plan.ts";
import { feedbackActions, type FeedbackAction, type FeedbackPlan } from "./actions.ts";
import type { Reads } from "../../core/reads.ts";
import { feature, type EventOf, type Every } from "../feature.ts";
import { compareOpinions, isNewPraise, type Post } from "./compare-opinions.ts";

type Facts = { readonly found: "nothing-to-read" } | { readonly found: "posts"; readonly posts: readonly Post[] };

/** Reactions on posts are read each hour while these are young, then each day until they are old. */
const youngMs = 3 * dayMs;
const oldMs = 30 * dayMs;

/** Of one repository in one go, newest first: 20 queries. */
const maxPosts = 1_000;
/** Threads read in one go to see whether somebody had replied, and changes written; the next time brings the rest. */
const maxThreads = 20;
const maxChanges = 500;

/** GitHub tells nobody of a reaction (octokit/webhooks.js#553), so those on our posts are read by the clock. */
export const feedback = feature({
  name: "feedback",
  summary:
    "Reads 👍 and 👎 on the suggestions: each hour on those of the last three days, each day on those of the last thirty.",
  on: ["read-reactions", "discussion-removed"],
  commands: [notHelpful],
  schedules: [
    {
      every: ["start", "hour", "day"],
      async isDue(repository, { reads: { records }, ...context }) {
        const { from, to } = windowOf(context);
        return (await records.suggestionComments(repository, from, to, 1)).length > 0;
      },
      event(repository, context) {
        const { from, to } = windowOf(context);
        return { kind: "read-reactions", repository, from: from.toISOString(), to: to.toISOString() };
      },
    },
  ],
  actions: feedbackActions,

  async gather(event, { reads }): Promise<Facts> {
    switch (event.kind) {
      case "discussion-removed":
        return { found: "nothing-to-read" };
      case "read-reactions":
        return { found: "posts", posts: await readPosts(event, reads) };
      default:
        return unreachable(event);
    }
  },

  decide(event, facts): FeedbackPlan {
    switch (facts.found) {
      case "nothing-to-read":
        return "number" in event ? forget(event.repository, event.number) : nothing("there is nothing to forget");
      case "posts":
        return "repository" in event ? recordChanges(event.repository, facts.posts) : nothing("no repository");
      default:
        return unreachable(facts);
    }
  },
});

interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** The posts a tick reads, by their time. A start reads the young ones: the hour's tick may have been missed. */
function windowOf({ every, now }: { readonly every: Every; readonly now: Date }): Window {
  const young = new Date(now.getTime() - youngMs);
  return every === "day" ? { from: new Date(now.getTime() - oldMs), to: young } : { from: young, to: now };
}

async function readPosts({ repository, from, to }: EventOf<"read-reactions">, reads: Reads): Promise<Post[]> {
  const { github, records } = reads;
  const comments = await records.suggestionComments(repository, new Date(from), new Date(to), maxPosts);
  const clicked = await github.opinionsOn(
    repository,
    comments.map(({ comment }) => comment),
  );
  const recorded = await records.feedback(repository, { numbers: comments.map(({ number }) => number) });
  const byThread = Map.groupBy(recorded, ({ number }) => number);
  const posts: Post[] = [];
  let threads = 0;
  for (const { number, comment } of comments) {
    const opinions = clicked.get(comment);
    if (!opinions) continue;
    const post = { number, clicked: opinions, recorded: byThread.get(number) ?? [] };
    if (!isNewPraise(post)) posts.push(post);
    else if (threads++ < maxThreads) posts.push(withReply(post, await github.findThread(repository, number)));
  }
  return posts;
}

function withReply(post: Post, thread: Thread | undefined): Post {
  const replies = (thread?.comments ?? []).filter((it) => {
    // An account that is gone was a person's.
    return !it.isOurs && !it.author?.isBot && (it.author === undefined || it.author.login !== post.clicked.asker);
  });
  const [first] = replies.map(({ createdAt }) => createdAt).sort((a, b) => a.getTime() - b.getTime());
  return first ? { ...post, firstReply: first } : post;
}

function forget(repository: RepositoryRef, number: number): FeedbackPlan {
  return { actions: [{ do: "forget-suggestion", repository, number }], because: "the discussion is gone" };
}

function recordChanges(repository: RepositoryRef, posts: readonly Post[]): FeedbackPlan {
  const actions = posts.flatMap((post): FeedbackAction[] => {
    const { number } = post;
    const { given, takenBack } = compareOpinions(post);
    return [
      ...given.map(({ feedback, at }): FeedbackAction => {
        return { do: "record-feedback", repository, number, feedback, at: at.toISOString() };
      }),
      ...takenBack.map((by): FeedbackAction => ({ do: "withdraw-feedback", repository, number, by })),
    ];
  });
  const summary = `the reactions in ${posts.length} ${posts.length === 1 ? "thread" : "threads"} were read`;
  if (actions.length === 0) return nothing(`${summary}, and nothing has changed`);
  return { actions: actions.slice(0, maxChanges), because: `${summary}, and ${actions.length} have changed` };
}
