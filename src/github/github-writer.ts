import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import type { MinimizeReason, Reaction } from "../core/plan.ts";
import type { PlanningWrites } from "../core/planning.ts";
import type { GitHubWrites } from "../core/github-writes.ts";
import {
  AddComment,
  FindTopLevelComment,
  FoldComment,
  React,
  UpdateComment,
  type ReactionContent,
  type ReportedContentClassifiers,
} from "./generated/documents.ts";
import { redeliver } from "./deliveries.ts";
import { addIssueComment } from "./issue-comments.ts";
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

/** Changes on GitHub, but for those in `planning/`. Each is one mutation (5 points of the minute's 2000), sent once: see `appOctokit`. */
export class GitHubWriter implements Omit<GitHubWrites, keyof PlanningWrites | "ifSpare"> {
  readonly #clients: GitHubClients;
  readonly #log: ClientLog;

  constructor(clients: GitHubClients, log: ClientLog) {
    this.#clients = clients;
    this.#log = log;
  }

  /** A reply costs one query more, for the comment it has to stand under. */
  async addComment(repository: RepositoryRef, discussion: string, body: string, replyTo?: string): Promise<string> {
    const asked = { doing: `comment in ${fullName(repository)}`, needs };
    const parent = replyTo === undefined ? {} : { replyTo: await this.#topLevelOf(repository, replyTo) };
    const variables = { discussion, body, ...parent };
    const answer = await this.#clients.graphql(repository.installation, AddComment, variables, asked);
    const comment = answer.addDiscussionComment?.comment;
    if (!comment) throw new Error(`Could not ${asked.doing}; whether it was done is unknown: no comment came back`);
    return comment.id;
  }

  async addIssueComment(repository: RepositoryRef, issue: string, body: string): Promise<string> {
    return addIssueComment(this.#clients, repository, issue, body);
  }

  async updateComment({ installation, ...where }: RepositoryRef, comment: string, body: string): Promise<void> {
    const asked = { doing: `edit our comment in ${fullName(where)}`, needs };
    await this.#clients.graphql(installation, UpdateComment, { comment, body }, asked);
  }

  async minimizeComment(
    { installation, ...where }: RepositoryRef,
    comment: string,
    because: MinimizeReason,
  ): Promise<void> {
    const asked = { doing: `fold a comment in ${fullName(where)}`, needs };
    await this.#clients.graphql(installation, FoldComment, { comment, classifier: classifiers[because] }, asked);
  }

  async renewAccess(installation: number): Promise<void> {
    this.#clients.evict(installation);
  }

  async redeliver(delivery: number): Promise<void> {
    await redeliver(this.#clients, this.#log, delivery);
  }

  async react({ installation, ...where }: RepositoryRef, subject: string, reaction: Reaction): Promise<void> {
    const asked = { doing: `react in ${fullName(where)}`, needs };
    await this.#clients.graphql(installation, React, { subject, content: contents[reaction] }, asked);
  }

  /** Replying to a reply is refused: "Parent comment is already in a thread" (github/accessibility-alt-text-bot#17). */
  async #topLevelOf({ installation, ...where }: RepositoryRef, comment: string): Promise<string> {
    const asked = { doing: `find the comment to reply to in ${fullName(where)}`, needs: "discussions: read" };
    const { node } = await this.#clients.graphql(installation, FindTopLevelComment, { comment }, asked);
    if (!node?.id) throw new GoneError(`Could not ${asked.doing}: it is no comment of a discussion`);
    return node.replyTo?.id ?? node.id;
  }
}

function fullName({ owner, name }: Pick<RepositoryRef, "owner" | "name">): string {
  return `${owner}/${name}`;
}
