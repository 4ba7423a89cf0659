import { refusal } from "./error-texts.ts";
import { nullOid, type GitIdentity, type GitTreeChange } from "./git.ts";
import type { Actor, Repository } from "./objects.ts";
import { mustHaveRole, restLogin } from "./people.ts";
import { mustBeWritable } from "./rules.ts";
import type { World } from "./world.ts";
import { headRepositoryOf } from "./forks.ts";

/** Make a branch or tag (`refs/heads/x`) at an existing object: write and above. */
export async function createRef(
  world: World,
  actor: Actor,
  repository: Repository,
  ref: string,
  oid: string,
): Promise<void> {
  mustHaveRole(repository, actor, "write", "CreateRef");
  mustBeWritable(repository);
  if (!isRefName(ref)) throw refusal("refNameInvalid", { name: ref });
  const git = world.git(repository);
  if ((await git.inspect(oid)) === undefined) throw refusal("objectMissing");
  if (!(await git.updateRef(ref, oid, null))) throw refusal("refExists", { name: ref });
  announcePush(world, actor, repository, { ref, before: nullOid, after: oid, forced: false });
}

/** Move a branch: only forwards, unless forced. */
export async function moveRef(
  world: World,
  actor: Actor,
  repository: Repository,
  ref: string,
  oid: string,
  force: boolean,
): Promise<void> {
  mustHaveRole(repository, actor, "write", "UpdateRef");
  mustBeWritable(repository);
  const git = world.git(repository);
  const before = await git.resolve(ref);
  if (before === undefined) throw refusal("refNotFound", { name: ref });
  if ((await git.inspect(oid)) === undefined) throw refusal("objectMissing");
  const isForward = await git.isAncestor(before, oid);
  if (!isForward && !force) throw refusal("notFastForward");
  if (!(await git.updateRef(ref, oid, before))) throw refusal("staleHead", { oid: before });
  announcePush(world, actor, repository, { ref, before, after: oid, forced: !isForward });
}

/** Delete a branch or tag: write and above. Open pull requests from it are closed, as on GitHub. */
export async function deleteRef(world: World, actor: Actor, repository: Repository, ref: string): Promise<void> {
  mustHaveRole(repository, actor, "write", "DeleteRef");
  mustBeWritable(repository);
  const git = world.git(repository);
  const before = await git.resolve(ref);
  if (before === undefined || !(await git.updateRef(ref, null, before))) throw refusal("refNotFound", { name: ref });
  announcePush(world, actor, repository, { ref, before, after: nullOid, forced: false });
}

/** Where a ref is to point; `nullOid` before it: it must not exist, after: it goes. Without `before` it may be anywhere. */
export interface RefUpdate {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly force: boolean;
}

/** Move refs all at once, or none of them: https://docs.github.com/en/graphql/reference/mutations#updaterefs */
export async function updateRefs(
  world: World,
  actor: Actor,
  repository: Repository,
  updates: readonly RefUpdate[],
): Promise<void> {
  mustHaveRole(repository, actor, "write", "UpdateRefs");
  mustBeWritable(repository);
  const git = world.git(repository);
  const moves = [];
  for (const { name, before, after, force } of updates) {
    if (!isRefName(name)) throw refusal("refNameInvalid", { name });
    const now = await git.resolve(name);
    if (before !== undefined && before !== (now ?? nullOid)) throw refusal("refElsewhere", { name });
    if (after !== nullOid && (await git.inspect(after)) === undefined) throw refusal("objectMissing");
    const isForward = now === undefined || after === nullOid || (await git.isAncestor(now, after));
    if (!isForward && !force) throw refusal("notFastForward");
    moves.push({ ref: name, now, after, forced: !isForward });
  }
  for (const { ref, now, after, forced } of moves) {
    const isMoved = await git.updateRef(ref, after === nullOid ? null : after, now ?? null);
    if (!isMoved) throw refusal("refElsewhere", { name: ref });
    announcePush(world, actor, repository, { ref, before: now ?? nullOid, after, forced });
  }
}

/** A commit to make on a branch: all changes at once, only while the branch is at `expectedHead`. */
export interface BranchCommit {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly expectedHead: string;
  readonly message: string;
  readonly additions: readonly { readonly path: string; readonly content: Uint8Array }[];
  readonly deletions: readonly string[];
}

/** Commit files to a branch as the actor: write and above. Throws STALE_DATA when the branch has moved. */
export async function commitOnBranch(
  world: World,
  actor: Actor,
  repository: Repository,
  commit: BranchCommit,
): Promise<string> {
  mustHaveRole(repository, actor, "write", "CreateCommitOnBranch");
  mustBeWritable(repository);
  const git = world.git(repository);
  const ref = `refs/heads/${commit.branch}`;
  const head = await git.resolve(ref);
  if (head === undefined) throw refusal("refNotFound", { name: commit.branch });
  if (head !== commit.expectedHead) throw refusal("staleHead", { oid: commit.expectedHead });
  const changes: GitTreeChange[] = [];
  for (const { path, content } of commit.additions) {
    if (!isPath(path)) throw refusal("pathInvalid", { path });
    changes.push({ path, sha: await git.blob(content) });
  }
  for (const path of commit.deletions) {
    if ((await git.resolve(`${head}:${path}`)) === undefined) throw refusal("pathMissing", { oid: head, path });
    changes.push({ path, sha: null });
  }
  const tree = await git.makeTree(head, changes);
  const author = gitIdentity(world, actor);
  const oid = await git.commit({ tree, parents: [head], message: commit.message, author });
  if (!(await git.updateRef(ref, oid, head))) throw refusal("staleHead", { oid: head });
  announcePush(world, actor, repository, { ref, before: head, after: oid, forced: false });
  return oid;
}

/** How an actor signs commits: with GitHub's address that hides the real one. */
export function gitIdentity(world: World, actor: Actor): GitIdentity {
  const login = restLogin(actor);
  const email = `${actor.databaseId}+${login}@users.noreply.github.com`;
  return { name: actor.__typename === "User" ? (actor.name ?? login) : login, email, date: world.timestamp() };
}

/** Tells that a ref has moved, by whatever way: a push webhook is sent, and pull requests follow their branch. */
export function announcePush(
  world: World,
  actor: Actor,
  repository: Repository,
  push: { readonly ref: string; readonly before: string; readonly after: string; readonly forced: boolean },
): void {
  repository.pushedAt = world.timestamp();
  world.emit({ event: "push", repository, actor, ...push });
  synchronizePullRequests(world, actor, repository, push);
}

/** Names git allows: https://git-scm.com/docs/git-check-ref-format */
function isRefName(ref: string): boolean {
  const parts = ref.split("/");
  if (parts.length < 3 || parts[0] !== "refs") return false;
  if (/[\p{Cc} ~^:?*[\\]|\.\.|@\{|\.$/u.test(ref)) return false;
  return parts.every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

function isPath(path: string): boolean {
  return (
    path !== "" && path.split("/").every((part) => !["", ".", "..", ".git"].includes(part)) && !path.includes("\0")
  );
}

/**
 * Let open pull requests follow a branch that moved: `synchronize`, and closed when their branch is gone. Those that a
 * fork's branch goes to are its parent's.
 */
export function synchronizePullRequests(
  world: World,
  actor: Actor,
  repository: Repository,
  push: { readonly ref: string; readonly before: string; readonly after: string },
): void {
  const branch = push.ref.replace(/^refs\/heads\//u, "");
  for (const pullRequest of [...repository.pullRequests, ...(repository.parent?.pullRequests ?? [])]) {
    if (pullRequest.state !== "OPEN") continue;
    const isBase = pullRequest.repository === repository && pullRequest.baseRefName === branch;
    if (isBase && push.after !== nullOid) pullRequest.baseRefOid = push.after;
    if (headRepositoryOf(pullRequest) !== repository || pullRequest.headRefName !== branch) continue;
    world.touch(pullRequest);
    const about = { event: "pull_request", repository: pullRequest.repository, pullRequest, actor } as const;
    if (push.after === nullOid) {
      pullRequest.state = "CLOSED";
      pullRequest.closed = true;
      pullRequest.closedAt = pullRequest.updatedAt;
      world.emit({ ...about, action: "closed" });
    } else {
      pullRequest.headRefOid = push.after;
      world.emit({ ...about, action: "synchronize", before: push.before, after: push.after });
    }
  }
}
