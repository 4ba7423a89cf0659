import {
  addDiscussionComment,
  addLabels,
  closeDiscussion,
  markAnswer,
  minimize,
  openDiscussion,
  react,
  reopenDiscussion,
  unmarkAnswer,
  upvote,
  type Discussion,
  type DiscussionComment,
  type Reactable,
  type ReactionContent,
} from "local-github-server/world";
import type { CommentContent, DiscussionContent, ReplyContent } from "./thread-content.ts";
import type { DatedThread, OpenThread } from "./open-thread.ts";
import type { PastApp } from "./past/past-app.ts";
import { seedAppActs } from "./past/seed-app-acts.ts";
import { actor, fillPlaceholders, mustFindByName, person, type SeedContext } from "./seed-context.ts";
import { afterTime, type Timeline } from "./timeline.ts";

/** Schedules each discussion with its comments, votes and end, and what the app does about it. */
export function seedDiscussions(
  context: SeedContext,
  timeline: Timeline,
  threads: readonly DatedThread[],
  app: PastApp | undefined,
): void {
  for (const dated of threads) seedDiscussion(context, timeline, dated, app);
}

function seedDiscussion(context: SeedContext, timeline: Timeline, dated: DatedThread, app: PastApp | undefined): void {
  const { name, opened, entry } = dated;
  const thread = (): Discussion => mustFindByName([...context.threads], name, ([key]) => key)[1];
  const later: OpenThread["later"] = (after, run) => {
    timeline.schedule(afterTime(opened, after), async () => {
      await run(thread());
      await app?.changed(thread());
    });
  };
  timeline.schedule(opened, () => {
    context.threads.set(name, openThread(context, entry));
  });
  const open = { ...dated, thread, later };
  if (app) seedAppActs(context, timeline, open, app);
  for (const comment of entry.comments) seedComment(context, open, app, comment);
  seedEnd(context, open, app);
}

function seedEnd(context: SeedContext, { entry, later }: OpenThread, app: PastApp | undefined): void {
  const { closed, reopened } = entry;
  const { world } = context;
  if (closed !== undefined) {
    later(closed.after, async (discussion) => {
      closeDiscussion(world, person(context, closed.by), discussion, closed.reason);
      await app?.closed(discussion, closed.by);
    });
  }
  if (reopened !== undefined) {
    later(reopened.after, async (discussion) => {
      reopenDiscussion(world, person(context, reopened.by), discussion);
      await app?.tell(discussion, { kind: "reopened", at: world.timestamp() });
    });
  }
}

function openThread(context: SeedContext, entry: DiscussionContent): Discussion {
  const { world, repository, owner } = context;
  const category = mustFindByName(repository.discussionCategories, entry.category, ({ slug }) => slug);
  const author = actor(context, entry.by);
  const discussion = openDiscussion(world, author, repository, {
    category,
    title: entry.title,
    body: fillPlaceholders(context, entry.body),
  });
  const labels = entry.labels.map((label) => mustFindByName(repository.labels, label, ({ name }) => name));
  addLabels(world, owner, discussion, labels);
  for (const login of entry.upvotes) upvote(person(context, login), discussion);
  reactAll(context, discussion, entry.reactions);
  return discussion;
}

function seedComment(context: SeedContext, open: OpenThread, app: PastApp | undefined, comment: CommentContent): void {
  const parent = seedSaid(context, open, app, comment);
  for (const reply of comment.replies) seedSaid(context, open, app, reply, parent);
  const { minimized } = comment;
  if (minimized === undefined) return;
  open.later(minimized.after, () => minimize(context.world, person(context, minimized.by), parent(), minimized.reason));
}

/** What somebody says, and whether it is the answer. What it returns gives the comment, once it is made. */
function seedSaid(
  context: SeedContext,
  open: OpenThread,
  app: PastApp | undefined,
  said: ReplyContent,
  parent?: () => DiscussionComment,
): () => DiscussionComment {
  const { world } = context;
  const { marked, unmarked } = said;
  let made: DiscussionComment | undefined;
  const comment = (): DiscussionComment => {
    if (made === undefined) throw new Error(`"${open.entry.title}" has no such comment yet`);
    return made;
  };
  open.later(said.after, async (discussion) => {
    made = say(context, open, said, parent?.());
    await app?.commented(discussion, made);
  });
  if (marked !== undefined) {
    open.later(marked.after, () => {
      markAnswer(world, person(context, marked.by), comment());
    });
  }
  if (unmarked !== undefined) {
    open.later(unmarked.after, async (discussion) => {
      unmarkAnswer(world, person(context, unmarked.by), comment());
      await app?.tell(discussion, { kind: "unanswered", at: world.timestamp() });
    });
  }
  return comment;
}

function say(
  context: SeedContext,
  open: OpenThread,
  said: ReplyContent,
  replyTo?: DiscussionComment,
): DiscussionComment {
  const { world } = context;
  const comment = addDiscussionComment(world, actor(context, said.by), open.thread(), {
    body: fillPlaceholders(context, said.body),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  reactAll(context, comment, said.reactions);
  if (said.answer) markAnswer(world, person(context, open.entry.by), comment);
  return comment;
}

function reactAll(context: SeedContext, subject: Reactable, reactions: DiscussionContent["reactions"]): void {
  for (const [content, logins] of Object.entries(reactions) as [ReactionContent, string[]][]) {
    for (const login of logins) react(context.world, person(context, login), subject, content);
  }
}
