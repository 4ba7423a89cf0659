import type { RestAnswer } from "../../request-context.ts";
import type { GitTreeChange, GitTreeEntry } from "../../world/git.ts";
import type { Repository } from "../../world/objects.ts";
import { mustHaveRole } from "../../world/people.ts";
import { gitIdentity } from "../../world/refs.ts";
import { created, ok } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import type { RequestBody } from "../request-body.ts";
import { notFound, repositoryOperation, type RestOperation, type RepositoryRequest } from "../rest-operation.ts";
import { toGitCommit } from "../shapes/commit.ts";
import { apiUrl } from "../shapes/repository.ts";

/** https://docs.github.com/rest/git/trees#get-a-tree */
const MAX_TREE_ENTRIES = 100_000;

/** Blobs, trees and commits as git has them. */
export const gitDataOperations: readonly RestOperation[] = [
  repositoryOperation(
    "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
    "contents=read",
    "git/blobs#get-a-blob",
    getBlob,
  ),
  repositoryOperation("POST /repos/{owner}/{repo}/git/blobs", "contents=write", "git/blobs#create-a-blob", createBlob),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    "contents=read",
    "git/trees#get-a-tree",
    getTree,
  ),
  repositoryOperation("POST /repos/{owner}/{repo}/git/trees", "contents=write", "git/trees#create-a-tree", createTree),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/git/commits/{commit_sha}",
    "contents=read",
    "git/commits#get-a-commit-object",
    getCommit,
  ),
  repositoryOperation(
    "POST /repos/{owner}/{repo}/git/commits",
    "contents=write",
    "git/commits#create-a-commit",
    createCommit,
  ),
];

async function getBlob(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, parameters, headers } = request;
  const git = request.git(repository);
  const sha = parameters["file_sha"] ?? "";
  if ((await git.inspect(sha))?.type !== "blob") throw notFound();
  const bytes = await git.readBlob(sha);
  if (/\.raw|raw\+json/u.test(headers["accept"] ?? "")) {
    return { status: 200, headers: { "content-type": "application/vnd.github.v3.raw; charset=utf-8" }, body: bytes };
  }
  return ok({
    sha,
    node_id: nodeId("B", repository, sha),
    size: bytes.length,
    url: `${apiUrl(world, repository)}/git/blobs/${sha}`,
    content: bytes.toString("base64"),
    encoding: "base64",
  });
}

async function createBlob(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, viewer, input } = request;
  mustHaveRole(repository, viewer.actor, "write", "CreateBlob");
  const encoding = input.optionalText("encoding") === "base64" ? "base64" : "utf-8";
  const sha = await request.git(repository).blob(Buffer.from(input.text("content"), encoding));
  return created({ sha, url: `${apiUrl(world, repository)}/git/blobs/${sha}` });
}

async function getTree(request: RepositoryRequest): Promise<RestAnswer> {
  const { repository, parameters, query } = request;
  const git = request.git(repository);
  const revision = parameters["tree_sha"] ?? "";
  const commit = await git.resolveCommit(revision);
  const sha = await git.resolve(`${commit ?? revision}^{tree}`);
  if (sha === undefined) {
    if ((await git.refs()).length === 0) throw refusalByText(restErrorTexts.emptyRepository);
    throw notFound();
  }
  // Any value asks for all below it, even "0" and "false".
  const entries = await git.tree(sha, { recursive: query.has("recursive") });
  const limit = request.treeLimit ?? MAX_TREE_ENTRIES;
  return ok(toTree(request, commit ?? sha, entries.slice(0, limit), entries.length > limit));
}

function toTree(
  request: RepositoryRequest,
  sha: string,
  entries: readonly GitTreeEntry[],
  truncated: boolean,
): Record<string, unknown> {
  const api = apiUrl(request.world, request.repository);
  return {
    sha,
    url: `${api}/git/trees/${sha}`,
    tree: entries.map((entry) => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.size === undefined ? {} : { size: entry.size }),
      ...(entry.type === "commit"
        ? {}
        : { url: `${api}/git/${entry.type === "tree" ? "trees" : "blobs"}/${entry.sha}` }),
    })),
    truncated,
  };
}

async function createTree(request: RepositoryRequest): Promise<RestAnswer> {
  const { repository, viewer, input } = request;
  mustHaveRole(repository, viewer.actor, "write", "CreateTree");
  const git = request.git(repository);
  const base = input.optionalText("base_tree");
  if (base !== undefined && (await git.resolve(`${base}^{tree}`)) === undefined)
    throw refusalByText(restErrorTexts.badTree);
  const changes = await Promise.all(input.objects("tree").map((entry) => toChange(request, base, entry)));
  const sha = await git.makeTree(base ?? null, changes);
  return created(toTree(request, sha, await git.tree(sha), false));
}

async function toChange(
  request: RepositoryRequest,
  base: string | undefined,
  entry: RequestBody,
): Promise<GitTreeChange> {
  const git = request.git(request.repository);
  const path = entry.text("path");
  mustBePath(path);
  const mode = entry.optionalText("mode") ?? "100644";
  const content = entry.optionalText("content");
  if (content !== undefined) return { path, mode, sha: await git.blob(content) };
  const sha = entry.nullableText("sha");
  if (sha === null) {
    if (base === undefined || (await git.entry(base, path)) === undefined)
      throw refusalByText(restErrorTexts.treePathMissing);
    return { path, sha };
  }
  const type = mode === "160000" ? "commit" : (await git.inspect(sha ?? ""))?.type;
  if (sha === undefined || type === undefined || type === "tag")
    throw refusalByText(restErrorTexts.treeShaMissing, { sha: sha ?? "" });
  return { path, mode, sha, type };
}

/** Git would leave such a path out without a word; GitHub refuses it. Which names are malformed is what git calls so. */
function mustBePath(path: string): void {
  if (path.startsWith("/")) throw refusalByText(restErrorTexts.treePathWithSlash);
  if (path.split("/").some((name) => /^(?:\.{0,2}|\.git)$/iu.test(name) || name.includes("\0")))
    throw refusalByText(restErrorTexts.treePathMalformed);
}

async function getCommit(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, parameters } = request;
  const sha = parameters["commit_sha"] ?? "";
  if ((await request.git(repository).inspect(sha))?.type !== "commit") throw notFound();
  return ok(toGitCommit(world, repository, await request.git(repository).readCommit(sha)));
}

async function createCommit(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, viewer, input } = request;
  mustHaveRole(repository, viewer.actor, "write", "CreateCommit");
  const git = request.git(repository);
  const tree = input.text("tree");
  const parents = input.optionalTexts("parents") ?? [];
  if ((await git.inspect(tree))?.type !== "tree") throw refusalByText(restErrorTexts.badTree);
  for (const parent of parents) {
    if ((await git.inspect(parent))?.type !== "commit") throw refusalByText(restErrorTexts.badParent);
  }
  const self = gitIdentity(world, viewer.actor);
  const author = toIdentity(input, "author", self);
  const committer = toIdentity(input, "committer", author);
  const sha = await git.commit({ tree, parents, message: input.text("message"), author, committer });
  return created(toGitCommit(world, repository, await git.readCommit(sha)));
}

function toIdentity(
  input: RequestBody,
  field: string,
  otherwise: { name: string; email: string; date: string },
): typeof otherwise {
  if (!input.has(field)) return otherwise;
  const given = input.object(field);
  return { name: given.text("name"), email: given.text("email"), date: given.optionalText("date") ?? otherwise.date };
}

function nodeId(prefix: string, repository: Repository, sha: string): string {
  return `${prefix}_${Buffer.from(`${repository.databaseId}:${sha}`).toString("base64url")}`;
}
