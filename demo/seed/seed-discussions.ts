import {
  addDiscussionComment,
  addLabels,
  closeDiscussion,
  markAnswer,
  minimize,
  openDiscussion,
  react,
  upvote,
  type Discussion,
  type DiscussionComment,
  type Reactable,
  type ReactionContent,
} from "local-github-server/world";
import type { DiscussionContent } from "./content.ts";
import { fillPlaceholders, mustFindByName, person, type SeedContext } from "./seed-context.ts";
import { afterTime, type Timeline } from "./timeline.ts";

type CommentContent = DiscussionContent["comments"][number];
type ReplyContent = CommentContent["replies"][number];

/** Schedules each discussion with its comments, votes and end. */
export function seedDiscussions(
  context: SeedContext,
  timeline: Timeline,
  threads: ReadonlyMap<string, DiscussionContent>,
): void {
  for (const [name, entry] of threads) seedDiscussion(context, timeline, name, entry);
}

function seedDiscussion(context: SeedContext, timeline: Timeline, name: string, entry: DiscussionContent): void {
  const opened = timeline.ago(entry.openedAgo);
  const thread = (): Discussion => mustFindByName([...context.threads], name, ([key]) => key)[1];
  timeline.schedule(opened, () => {
    context.threads.set(name, open(context, entry));
  });
  for (const comment of entry.comments) seedComment(context, timeline, { entry, opened, thread }, comment);
  const { closed } = entry;
  if (closed !== undefined) {
    timeline.schedule(afterTime(opened, closed.after), () => {
      closeDiscussion(context.world, person(context, closed.by), thread(), closed.reason);
    });
  }
}

function open(context: SeedContext, entry: DiscussionContent): Discussion {
  const { world, repository, owner } = context;
  const category = mustFindByName(repository.discussionCategories, entry.category, ({ slug }) => slug);
  const author = person(context, entry.by);
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

/** A discussion while its comments are scheduled. */
interface OpenThread {
  readonly entry: DiscussionContent;
  readonly opened: Date;
  readonly thread: () => Discussion;
}

function seedComment(context: SeedContext, timeline: Timeline, open: OpenThread, comment: CommentContent): void {
  let parent: DiscussionComment | undefined;
  const { minimized } = comment;
  timeline.schedule(afterTime(open.opened, comment.after), () => {
    parent = say(context, open, comment);
  });
  for (const reply of comment.replies) {
    timeline.schedule(afterTime(open.opened, reply.after), () => {
      say(context, open, reply, parent);
    });
  }
  if (minimized !== undefined) {
    timeline.schedule(afterTime(open.opened, minimized.after), () => {
      if (parent !== undefined) minimize(context.world, person(context, minimized.by), parent, minimized.reason);
    });
  }
}

function say(
  context: SeedContext,
  { entry, thread }: OpenThread,
  said: ReplyContent,
  replyTo?: DiscussionComment,
): DiscussionComment {
  const discussion = thread();
  const comment = addDiscussionComment(context.world, person(context, said.by), discussion, {
    body: fillPlaceholders(context, said.body),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  reactAll(context, comment, said.reactions);
  if (said.answer) markAnswer(context.world, person(context, entry.by), comment);
  return comment;
}

function reactAll(context: SeedContext, subject: Reactable, reactions: DiscussionContent["reactions"]): void {
  for (const [content, logins] of Object.entries(reactions) as [ReactionContent, string[]][]) {
    for (const login of logins) react(context.world, person(context, login), subject, content);
  }
}
