import type { GitRepository } from "../../git/git-repository.ts";
import { toAccount } from "../../rest/shapes/account.ts";
import { htmlUrl, toRepository } from "../../rest/shapes/repository.ts";
import type { PushEvent } from "../../world/events.ts";
import { nullOid, type GitCommit, type GitIdentity } from "../../world/git.ts";
import { restLogin } from "../../world/people.ts";
import type { World } from "../../world/world.ts";

/** https://docs.github.com/webhooks/webhook-events-and-payloads#push */
const MAX_COMMITS = 2048;

/** What a `push` webhook carries beside the usual, with the commits that git says were pushed. */
export async function pushPayload(
  world: World,
  event: PushEvent,
  git: GitRepository,
): Promise<Record<string, unknown>> {
  const { ref, before, after, forced, repository, actor } = event;
  const created = before === nullOid;
  const deleted = after === nullOid;
  const html = htmlUrl(world, repository);
  const isTag = ref.startsWith("refs/tags/");
  // Before git is asked, so that it tells of this moment.
  const about = {
    ref,
    before,
    after,
    repository: {
      ...toRepository(world, repository),
      created_at: Math.floor(Date.parse(repository.createdAt) / 1000),
      pushed_at: Math.floor(Date.parse(repository.pushedAt ?? repository.createdAt) / 1000),
      stargazers: 0,
      master_branch: repository.defaultBranchName,
      ...(repository.owner.__typename === "Organization" ? { organization: repository.owner.login } : {}),
      owner: { ...toAccount(world, repository.owner), name: repository.owner.login, email: repository.owner.email },
    },
    pusher: { name: restLogin(actor), email: actor.__typename === "User" ? actor.email : null },
    created,
    deleted,
    forced,
    base_ref: null,
    compare:
      created || deleted
        ? `${html}/compare/${ref.replace(/^refs\/(heads|tags)\//u, "")}`
        : `${html}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
  };
  const commits = deleted ? [] : await pushedCommits(git, event);
  const shown: Record<string, unknown>[] = [];
  // One by one: a push may bring thousands, and each is some processes of git.
  for (const commit of commits) shown.push(await toPushedCommit(world, event, git, commit));
  return {
    ...about,
    commits: isTag ? [] : shown,
    head_commit:
      shown.at(-1) ?? (deleted ? null : await toPushedCommit(world, event, git, await git.readCommit(after))),
  };
}

/** Oldest first. Of a new branch, what the default branch lacks. */
async function pushedCommits(git: GitRepository, event: PushEvent): Promise<GitCommit[]> {
  const main = await git.resolve(`refs/heads/${event.repository.defaultBranchName}`);
  const known = event.before === nullOid ? main : event.before;
  const from = known === undefined || known === event.after ? undefined : await git.resolve(`${known}^{commit}`);
  if (from === undefined && event.before === nullOid && main !== undefined && main !== event.after) return [];
  const limit = MAX_COMMITS;
  const commits = await git.log(event.after, from === undefined ? { limit } : { from, limit });
  return commits.toReversed();
}

async function toPushedCommit(
  world: World,
  event: PushEvent,
  git: GitRepository,
  commit: GitCommit,
): Promise<Record<string, unknown>> {
  const [parent] = commit.parents;
  const files = parent === undefined ? await initialFiles(git, commit) : await git.fileDiffs(parent, commit.sha);
  const paths = (...statuses: readonly string[]): string[] =>
    files.filter((file) => statuses.includes(file.status)).map((file) => file.path);
  const moved = files.flatMap((file) =>
    "previousPath" in file && file.previousPath !== undefined ? [file.previousPath] : [],
  );
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: `${htmlUrl(world, event.repository)}/commit/${commit.sha}`,
    author: toCommitter(world, commit.author),
    committer: toCommitter(world, commit.committer),
    added: paths("added", "renamed", "copied"),
    removed: [...paths("removed"), ...moved],
    modified: paths("modified", "changed"),
  };
}

async function initialFiles(git: GitRepository, commit: GitCommit): Promise<{ path: string; status: string }[]> {
  const entries = await git.tree(commit.sha, { recursive: true });
  return entries.filter((entry) => entry.type === "blob").map(({ path }) => ({ path, status: "added" }));
}

function toCommitter(world: World, identity: GitIdentity): Record<string, unknown> {
  const user = world.all("User").find((user) => user.email === identity.email);
  return { name: identity.name, email: identity.email, ...(user === undefined ? {} : { username: user.login }) };
}
