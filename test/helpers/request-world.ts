import { addIssueComment, type Discussion, type Issue, type IssueComment } from "local-github-server/world";
import type { Desk } from "./open-desk.ts";

/** What a category form writes. */
export function formBody(why: string, outcome: string, urgency: string): string {
  return `### Why is it needed?\n\n${why}\n\n### What outcome is wanted?\n\n${outcome}\n\n### How urgent is it?\n\n${urgency}\n`;
}

/** Somebody asks for a feature, with all three answers unless others are given. */
export async function request(
  desk: Desk,
  title = "Print labels at night",
  body = formBody("The office is empty by day.", "A schedule for printing.", "It can wait some weeks."),
): Promise<Discussion> {
  const discussion = desk.ask(title, body, "ann", "ideas");
  await desk.settle();
  return discussion;
}

/** Somebody writes a command; what the bot reacted with and replied. */
export async function command(desk: Desk, discussion: Discussion, body: string, by = "mia") {
  const comment = desk.comment(discussion, body, by);
  await desk.settle();
  return {
    reactions: comment.reactions.map(({ content }) => content),
    replies: desk.botReplies(comment).map((it) => it.body),
  };
}

/** Somebody writes a command in an issue; what the bot reacted with and said below. */
export async function commandInIssue(desk: Desk, issue: Issue, body: string, by = "hana") {
  const comment: IssueComment = addIssueComment(desk.github.world, desk.person(by), issue, body);
  await desk.settle();
  const after = issue.comments.slice(issue.comments.indexOf(comment) + 1);
  return {
    reactions: comment.reactions.map(({ content }) => content),
    replies: after.filter(({ author }) => author?.__typename === "Bot").map((it) => it.body),
  };
}

/** Issues that the bot opened. */
export function botIssues({ repository }: Desk): Issue[] {
  return repository.issues.filter(({ author }) => author?.__typename === "Bot");
}

/** The bot's one comment in a thread, which there has to be. */
export function botText(desk: Desk, discussion: Discussion): string {
  const [comment, ...others] = desk.botComments(discussion);
  if (!comment || others.length > 0) throw new Error(`There are ${others.length} comments of the bot too many`);
  return comment.body;
}

export function labelsOf({ labels }: Discussion | Issue): string[] {
  return labels.map(({ name }) => name).sort();
}
