import type { Organization, PullRequest, Repository, User } from "./objects.ts";
import { createRepository } from "./repositories.ts";
import { sameName } from "./world.ts";
import type { World } from "./world.ts";

/**
 * A fork: a repository of somebody's own that begins with the branches of its parent. It has no discussions, and no
 * issues of its own. https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/working-with-forks
 */
export async function forkRepository(
  world: World,
  owner: User | Organization,
  parent: Repository,
  name: string = parent.name,
): Promise<Repository> {
  const { defaultBranchName, isPrivate } = parent;
  const fork = createRepository(world, owner, name, { defaultBranchName, isPrivate, categories: [] });
  Object.assign(fork, {
    parent,
    hasIssuesEnabled: false,
    hasDiscussionsEnabled: false,
    description: parent.description,
  });
  const [theirs, ours] = [world.git(parent), world.git(fork)];
  await ours.shareObjects(theirs);
  for (const { name: ref, sha } of await theirs.refs("refs/heads/")) await ours.updateRef(ref, sha, null);
  return fork;
}

/** All forks of a repository, by creation. */
export function forksOf(world: World, repository: Repository): Repository[] {
  return world.all("Repository").filter(({ parent }) => parent === repository);
}

/** The repository of a pull request's head: a fork, or the same as its base; null where that fork is gone. */
export function headRepositoryOf({ headRepository, repository }: PullRequest): Repository | null {
  return headRepository === undefined ? repository : headRepository;
}

/** Whether a pull request comes from another repository than it goes to. */
export function isCrossRepository(pull: PullRequest): boolean {
  return headRepositoryOf(pull) !== pull.repository;
}

/** What `owner:branch` or `branch` names, seen from the repository it is to go to; undefined where nobody has such a fork. */
export function findHead(
  world: World,
  base: Repository,
  head: string,
): { readonly repository: Repository; readonly branch: string } | undefined {
  const [, owner, branch] = /^([^:]+):(.+)$/u.exec(head) ?? [];
  if (owner === undefined || branch === undefined) return { repository: base, branch: head };
  const repository = [base, ...forksOf(world, base)].find((it) => sameName(it.owner.login, owner));
  return repository && { repository, branch };
}

/** Whose branch it is, as GitHub labels it: `owner:branch`; of a fork that is gone, the author's. */
export function headLabel(pull: PullRequest): string {
  const owner = headRepositoryOf(pull)?.owner.login ?? pull.author?.login ?? "unknown";
  return `${owner}:${pull.headRefName}`;
}
