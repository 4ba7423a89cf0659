import type { CheckRunWrites } from "../core/check-run.ts";
import type { CloseReason, RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import type { MinimizeReason, Reaction } from "../core/plan.ts";
import type { GitHubWrites, IssueWrites } from "../core/github-writes.ts";
import {
  AddComment,
  FindTopLevelComment,
  MinimizeComment,
  React,
  UpdateComment,
  type ReactionContent,
  type ReportedContentClassifiers,
} from "./generated/documents.ts";
import { redeliver } from "./deliveries.ts";
import { closeDiscussion, reopenDiscussion } from "./discussions/close-discussion.ts";
import { editDiscussion, openDiscussion } from "./discussions/own-discussions.ts";
import { markAnswer } from "./discussions/mark-answer.ts";
import { JustWritten } from "./just-written.ts";
import { addIssueComment } from "./issues/issue-comments.ts";
import type { ClientLog, GitHubClients } from "./github-clients.ts";

const needs = "discussions: write";

const classifiers: Readonly<Record<MinimizeReason, ReportedContentClassifiers>> = {
  resolved: "RESOLVED",
  outdated: "OUTDATED",
  "off-topic": "OFF_TOPIC",
};

const contents: Readonly<Record<Reaction, ReactionContent>> = {
  eyes: "EYES",
  rocket: "ROCKET",
  confused: "CONFUSED",
};

/** Changes on GitHub, but for those of `issueWrites`. Each is one mutation (5 points of the minute's 2000), sent once: see `appOctokit`. */
export class GitHubWriter implements Omit<GitHubWrites, keyof IssueWrites | keyof CheckRunWrites | "ifSpare"> {
  readonly #clients: GitHubClients;
  readonly #log: ClientLog;
  readonly #written = new JustWritten(() => this.#clients.now());

  constructor(clients: GitHubClients, log: ClientLog) {
    this.#clients = clients;
    this.#log = log;
  }

  /** A reply costs one query more, for the comment it has to stand under. */
  async addComment(repository: RepositoryRef, discussion: string, body: string, replyTo?: string): Promise<string> {
    const operation = { doing: `comment in ${fullName(repository)}`, needs };
    const parent = replyTo === undefined ? {} : { replyTo: await this.#topLevelOf(repository, replyTo) };
    const variables = { discussion, body, ...parent };
    const answer = await this.#clients.graphql(repository.installation, AddComment, variables, operation);
    const comment = answer.addDiscussionComment?.comment;
    if (!comment) throw new Error(`Could not ${operation.doing}; whether it was done is unknown: no comment came back`);
    this.#written.remember(comment.id, body);
    return comment.id;
  }

  async shouldReadAgain(comment: string, shown: string | undefined): Promise<boolean> {
    return this.#written.shouldReadAgain(comment, shown);
  }

  async addIssueComment(repository: RepositoryRef, issue: string, body: string): Promise<string> {
    return addIssueComment(this.#clients, repository, issue, body);
  }

  async updateComment({ installation, ...where }: RepositoryRef, comment: string, body: string): Promise<void> {
    const operation = { doing: `edit our comment in ${fullName(where)}`, needs };
    await this.#clients.graphql(installation, UpdateComment, { comment, body }, operation);
    this.#written.remember(comment, body);
  }

  async minimizeComment(
    { installation, ...where }: RepositoryRef,
    comment: string,
    because: MinimizeReason,
  ): Promise<void> {
    const operation = { doing: `fold a comment in ${fullName(where)}`, needs };
    await this.#clients.graphql(
      installation,
      MinimizeComment,
      { comment, classifier: classifiers[because] },
      operation,
    );
  }

  async closeDiscussion(repository: RepositoryRef, discussion: string, reason: CloseReason): Promise<void> {
    await closeDiscussion(this.#clients, repository, discussion, reason);
  }

  async reopenDiscussion(repository: RepositoryRef, discussion: string): Promise<void> {
    await reopenDiscussion(this.#clients, repository, discussion);
  }

  async openDiscussion(
    repository: RepositoryRef,
    draft: { readonly category: string; readonly title: string; readonly body: string },
  ): Promise<number> {
    return openDiscussion(this.#clients, repository, draft);
  }

  async editDiscussion(
    repository: RepositoryRef,
    discussion: string,
    text: { readonly title: string; readonly body: string },
  ): Promise<void> {
    await editDiscussion(this.#clients, repository, discussion, text);
  }

  async markAnswer(repository: RepositoryRef, comment: string): Promise<void> {
    await markAnswer(this.#clients, repository, comment);
  }

  async renewAccess(installation: number): Promise<void> {
    this.#clients.evict(installation);
  }

  async redeliver(delivery: string): Promise<void> {
    await redeliver(this.#clients, this.#log, delivery);
  }

  async react({ installation, ...where }: RepositoryRef, subject: string, reaction: Reaction): Promise<void> {
    const operation = { doing: `react in ${fullName(where)}`, needs };
    await this.#clients.graphql(installation, React, { subject, content: contents[reaction] }, operation);
  }

  /** Replying to a reply is refused: "Parent comment is already in a thread" (github/accessibility-alt-text-bot#17). */
  async #topLevelOf({ installation, ...where }: RepositoryRef, comment: string): Promise<string> {
    const operation = { doing: `find the comment to reply to in ${fullName(where)}`, needs: "discussions: read" };
    const { node } = await this.#clients.graphql(installation, FindTopLevelComment, { comment }, operation);
    if (!node?.id) throw new GoneError(`Could not ${operation.doing}: it is no comment of a discussion`);
    return node.replyTo?.id ?? node.id;
  }
}

function fullName({ owner, name }: Pick<RepositoryRef, "owner" | "name">): string {
  return `${owner}/${name}`;
}
