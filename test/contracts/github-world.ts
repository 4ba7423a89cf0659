import { onTestFinished } from "vitest";
import type { LocalGitHub, LocalGitHubOptions } from "local-github-server";
import { startCheckedGitHub } from "local-github-server/checks";
import {
  addDiscussionComment,
  createOrganization,
  createRepository,
  createUser,
  openDiscussion,
  type Discussion,
  type DiscussionComment,
  type Repository,
  type User,
} from "local-github-server/world";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import { createGitHub, type GitHub } from "../../src/github/create-github.ts";
import { noLimits } from "../../src/github/budget/limits.ts";
import type { PaceOptions } from "../../src/github/budget/request-pace.ts";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A GitHub with one organization, whose repositories the app is installed on, and our adapter connected to it. */
export interface GitHubWorld {
  readonly local: LocalGitHub;
  readonly github: GitHub;
  readonly people: { readonly ann: User; readonly hana: User; readonly max: User; readonly olga: User };
  /** What the adapter wrote to its log. */
  readonly log: string[];
  /** The adapter's clock, which runs on by as much as it is told. */
  readonly pass: (ms: number) => void;
  /** A repository of its own, with these files on its default branch; `hana` may triage, `max` may write, `olga` owns it. */
  repository(name: string, files?: Files): Promise<{ readonly there: Repository; readonly ref: RepositoryRef }>;
  ask(repository: Repository, title: string, body?: string): Discussion;
  comment(author: User, discussion: Discussion, body: string, replyTo?: DiscussionComment): DiscussionComment;
  commit(repository: Repository, files: Files): Promise<string>;
}

export const author = { name: "Max", email: "max@example.com", date: "2026-03-02T09:00:00Z" };

/** Starts one, for several tests. Every exchange is checked against GitHub's own description. */
export async function startGitHubWorld(
  options: Partial<LocalGitHubOptions> = {},
  pace: PaceOptions = {},
): Promise<GitHubWorld & AsyncDisposable> {
  const local = await startCheckedGitHub({ ...options, app: { slug: "frontdesk", ...options.app } });
  const { world } = local;
  const people = {
    ann: createUser(world, "ann"),
    hana: createUser(world, "hana"),
    max: createUser(world, "max"),
    olga: createUser(world, "olga"),
  };
  const acme = createOrganization(world, "acme", { owners: [people.olga] });
  const installation = local.install(people.max, acme);

  const log: string[] = [];
  const write = (line: string): void => {
    log.push(line);
  };
  let ahead = 0;
  const github = createGitHub({
    appId: local.app.id,
    privateKey: local.app.privateKey,
    apiUrl: local.url,
    log: { debug: write, info: write, warn: write, error: write },
    clock: () => new Date(Date.now() + ahead),
    pace: { limits: noLimits, ...pace },
    readRetryMs: 20,
  });

  const commit = async (repository: Repository, files: Files): Promise<string> =>
    local.git(repository).importFiles(
      repository.defaultBranchName,
      Object.entries(files).map(([path, content]) => ({ path, content })),
      { message: "Docs", author },
    );

  return {
    local,
    github,
    people,
    log,
    pass: (ms) => {
      ahead += ms;
    },
    async repository(name, files) {
      const there = createRepository(world, acme, name, { collaborators: { hana: "triage", max: "write" } });
      if (files) await commit(there, files);
      return { there, ref: { id: there.databaseId, owner: "acme", name, installation: installation.databaseId } };
    },
    ask(repository, title, body = "It does not work.") {
      const category = repository.discussionCategories.find(({ isAnswerable }) => isAnswerable);
      if (!category) throw new Error("No category for questions");
      return openDiscussion(world, people.ann, repository, { category, title, body });
    },
    comment: (by, discussion, body, replyTo) =>
      addDiscussionComment(world, by, discussion, { body, ...(replyTo && { replyTo }) }),
    commit,
    [Symbol.asyncDispose]: () => local.close(),
  };
}

/** For a test that needs a world of its own. */
export async function aGitHubWorld(
  options: Partial<LocalGitHubOptions> = {},
  pace: PaceOptions = {},
): Promise<GitHubWorld> {
  const world = await startGitHubWorld(options, pace);
  onTestFinished(() => world[Symbol.asyncDispose]());
  return world;
}

/** All items of an async iterable. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
