import { isBinary, type GitCommit, type GitIdentity } from "../../world/git.ts";
import type { Repository } from "../../world/objects.ts";
import type { World } from "../../world/world.ts";
import { toConnection } from "../connection.ts";
import type { PageArguments } from "../connection.ts";
import type { Fields } from "../context.ts";

/** A branch or tag. */
export interface Ref {
  readonly __typename: "Ref";
  readonly id: string;
  readonly repository: Repository;
  /** Without its prefix. */
  readonly name: string;
  /** `refs/heads/` or `refs/tags/`. */
  readonly prefix: string;
  readonly oid: string;
}

interface GitNode<Name extends string> {
  readonly __typename: Name;
  readonly id: string;
  readonly repository: Repository;
  readonly oid: string;
}

export type Commit = GitNode<"Commit">;
export type Tree = GitNode<"Tree">;
export interface Blob extends GitNode<"Blob"> {
  readonly byteSize: number;
  readonly isBinary: boolean;
  readonly isTruncated: boolean;
  readonly text: string | null;
}

/** Node id of something that lives in git: a prefix, the repository and a key. */
function gitNodeId(prefix: string, repository: Repository, key: string): string {
  return `${prefix}_${Buffer.from(JSON.stringify([repository.databaseId, key])).toString("base64url")}`;
}

/** A ref of this full name as it is now; undefined where there is none. */
export async function findRef(world: World, repository: Repository, fullName: string): Promise<Ref | undefined> {
  const oid = await world.git(repository).resolve(fullName);
  return oid === undefined ? undefined : toRef(repository, fullName, oid);
}

/** A ref from its full name and where it points. */
export function toRef(repository: Repository, fullName: string, oid: string): Ref {
  const [, prefix = "refs/", name = fullName] = /^(refs\/(?:heads|tags)\/|refs\/)(.+)$/u.exec(fullName) ?? [];
  return { __typename: "Ref", id: gitNodeId("REF", repository, fullName), repository, name, prefix, oid };
}

/** Which ref a node id names; undefined where it is no ref's. */
export function readRefId(
  world: World,
  id: string,
): { readonly repository: Repository; readonly fullName: string } | undefined {
  if (!id.startsWith("REF_")) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(id.slice(4), "base64url").toString("utf8"));
    if (!Array.isArray(parts)) return undefined;
    const repository = world.all("Repository").find(({ databaseId }) => databaseId === parts[0]);
    return repository === undefined ? undefined : { repository, fullName: String(parts[1]) };
  } catch {
    return undefined;
  }
}

/** A commit, of which only the id is known yet. */
export function toCommit(repository: Repository, oid: string): Commit {
  return { __typename: "Commit", id: gitNodeId("C", repository, oid), repository, oid };
}

/** A tree of this id. */
export function toTree(repository: Repository, oid: string): Tree {
  return { __typename: "Tree", id: gitNodeId("T", repository, oid), repository, oid };
}

/** What an expression such as `main:docs/a.md` or `HEAD` names; null where there is nothing, as GitHub answers. */
export async function findGitObject(
  world: World,
  repository: Repository,
  expression: string,
): Promise<Commit | Tree | Blob | null> {
  const git = world.git(repository);
  const found = await git.inspect(
    expression === "HEAD"
      ? repository.defaultBranchName
      : expression.replace(/^HEAD:/u, `${repository.defaultBranchName}:`),
  );
  if (found === undefined) return null;
  const { sha: oid } = found;
  if (found.type === "commit") return toCommit(repository, oid);
  if (found.type === "tree") return toTree(repository, oid);
  if (found.type === "tag") return findGitObject(world, repository, `${oid}^{commit}`);
  return toBlob(repository, oid, await git.readBlob(oid));
}

/** GitHub cuts long texts and says so; the limit is not published. */
const maxTextLength = 512_000;

/** A blob from its bytes. */
export function toBlob(repository: Repository, oid: string, bytes: Buffer): Blob {
  const hasNoText = isBinary(bytes);
  const isTruncated = bytes.length > maxTextLength;
  const text = hasNoText ? null : bytes.subarray(0, maxTextLength).toString("utf8");
  return {
    __typename: "Blob",
    id: gitNodeId("B", repository, oid),
    repository,
    oid,
    byteSize: bytes.length,
    isBinary: hasNoText,
    isTruncated: isTruncated && !hasNoText,
    text,
  };
}

export const refFields: Fields = {
  target: ({ repository, oid }: Ref) => toCommit(repository, oid),
};

/** A field of a commit that has to be read from git. */
function fromCommit(pick: (commit: GitCommit) => unknown) {
  return async ({ repository, oid }: Commit, _args: object, { world }: { readonly world: World }): Promise<unknown> =>
    pick(await world.git(repository).readCommit(oid));
}

const headline = ({ message }: GitCommit): string => message.split("\n")[0] ?? "";

const toGitActor = ({ name, email, date }: GitIdentity) => ({ __typename: "GitActor", name, email, date });

export const commitFields: Fields = {
  abbreviatedOid: ({ oid }: Commit) => oid.slice(0, 7),
  url: ({ repository, oid }: Commit, _args, { world }) =>
    `${world.origin}/${repository.owner.login}/${repository.name}/commit/${oid}`,
  commitUrl: ({ repository, oid }: Commit, _args, { world }) =>
    `${world.origin}/${repository.owner.login}/${repository.name}/commit/${oid}`,
  message: fromCommit(({ message }) => message.trimEnd()),
  messageHeadline: fromCommit(headline),
  messageBody: fromCommit((commit) => commit.message.slice(headline(commit).length).trim()),
  committedDate: fromCommit(({ committer }) => toUtc(committer.date)),
  authoredDate: fromCommit(({ author }) => toUtc(author.date)),
  author: fromCommit(({ author }) => toGitActor(author)),
  committer: fromCommit(({ committer }) => toGitActor(committer)),
  tree: async ({ repository, oid }: Commit, _args, { world }) => findGitObject(world, repository, `${oid}^{tree}`),
  parents: async ({ repository, oid }: Commit, args: PageArguments, { world }) => {
    const { parents } = await world.git(repository).readCommit(oid);
    return toConnection(
      parents.map((parent) => toCommit(repository, parent)),
      args,
      "parents",
    );
  },
  history: async ({ repository, oid }: Commit, args: PageArguments & { readonly path?: string | null }, { world }) => {
    const commits = await world.git(repository).log(oid, args.path == null ? {} : { path: args.path });
    return toConnection(
      commits.map(({ sha }) => toCommit(repository, sha)),
      args,
      "history",
    );
  },
};

function toUtc(date: string): string {
  return new Date(date).toISOString().replace(/\.\d+Z$/u, "Z");
}

export const treeFields: Fields = {
  entries: async ({ repository, oid }: Tree, _args, { world }) =>
    (await world.git(repository).tree(oid)).map(({ path, mode, type, sha, size }) => ({
      __typename: "TreeEntry",
      name: path,
      path,
      mode: Number.parseInt(mode, 8),
      type,
      oid: sha,
      size: size ?? 0,
      extension: /\.[^.]+$/u.exec(path)?.[0] ?? "",
      repository,
    })),
};

export const treeEntryFields: Fields = {
  object: async ({ repository, oid }: { readonly repository: Repository; readonly oid: string }, _args, { world }) =>
    findGitObject(world, repository, oid),
};
