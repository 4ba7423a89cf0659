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
import type { ThreadStory } from "./content.ts";
import { fillIn, named, person, type Stage } from "./stage.ts";
import { later, type Timeline } from "./timeline.ts";

type CommentStory = ThreadStory["comments"][number];
type ReplyStory = CommentStory["replies"][number];

/** Tells how each discussion came to be what it is. */
export function tellThreads(stage: Stage, timeline: Timeline, threads: ReadonlyMap<string, ThreadStory>): void {
  for (const [name, story] of threads) tellThread(stage, timeline, name, story);
}

function tellThread(stage: Stage, timeline: Timeline, name: string, story: ThreadStory): void {
  const opened = timeline.ago(story.openedAgo);
  const thread = (): Discussion => named([...stage.threads], name, ([key]) => key)[1];
  timeline.tell(opened, () => {
    stage.threads.set(name, open(stage, story));
  });
  for (const comment of story.comments) tellComment(stage, timeline, { story, opened, thread }, comment);
  const { closed } = story;
  if (closed !== undefined) {
    timeline.tell(later(opened, closed.after), () => {
      closeDiscussion(stage.world, person(stage, closed.by), thread(), closed.reason);
    });
  }
}

function open(stage: Stage, story: ThreadStory): Discussion {
  const { world, repository, owner } = stage;
  const category = named(repository.discussionCategories, story.category, ({ slug }) => slug);
  const author = person(stage, story.by);
  const discussion = openDiscussion(world, author, repository, {
    category,
    title: story.title,
    body: fillIn(stage, story.body),
  });
  const labels = story.labels.map((label) => named(repository.labels, label, ({ name }) => name));
  addLabels(world, owner, discussion, labels);
  for (const login of story.upvotes) upvote(person(stage, login), discussion);
  reactAll(stage, discussion, story.reactions);
  return discussion;
}

/** A thread while its comments are told. */
interface OpenThread {
  readonly story: ThreadStory;
  readonly opened: Date;
  readonly thread: () => Discussion;
}

function tellComment(stage: Stage, timeline: Timeline, open: OpenThread, comment: CommentStory): void {
  let parent: DiscussionComment | undefined;
  const { minimized } = comment;
  timeline.tell(later(open.opened, comment.after), () => {
    parent = say(stage, open, comment);
  });
  for (const reply of comment.replies) {
    timeline.tell(later(open.opened, reply.after), () => {
      say(stage, open, reply, parent);
    });
  }
  if (minimized !== undefined) {
    timeline.tell(later(open.opened, minimized.after), () => {
      if (parent !== undefined) minimize(stage.world, person(stage, minimized.by), parent, minimized.reason);
    });
  }
}

function say(
  stage: Stage,
  { story, thread }: OpenThread,
  said: ReplyStory,
  replyTo?: DiscussionComment,
): DiscussionComment {
  const discussion = thread();
  const comment = addDiscussionComment(stage.world, person(stage, said.by), discussion, {
    body: fillIn(stage, said.body),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  reactAll(stage, comment, said.reactions);
  if (said.answer) markAnswer(stage.world, person(stage, story.by), comment);
  return comment;
}

function reactAll(stage: Stage, subject: Reactable, reactions: ThreadStory["reactions"]): void {
  for (const [content, logins] of Object.entries(reactions) as [ReactionContent, string[]][]) {
    for (const login of logins) react(stage.world, person(stage, login), subject, content);
  }
}
