import { nullOid, type GitTreeEntry } from "../../world/git.ts";
import type { RestAnswer } from "../../request-context.ts";
import { announcePush, gitIdentity } from "../../world/refs.ts";
import { mustHaveRole } from "../../world/people.ts";
import { mustBeWritable } from "../../world/rules.ts";
import { ok } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import {
  notFound,
  repositoryOperation,
  type RestOperation,
  type RestRequest,
  type RepositoryRequest,
} from "../rest-operation.ts";
import { encodePath, toGitCommit } from "../shapes/commit.ts";
import { apiUrl, htmlUrl } from "../shapes/repository.ts";

/** Above this, JSON leaves the content out; https://docs.github.com/rest/repos/contents#get-repository-content */
const MAX_INLINE_BYTES = 1_048_576;
const MAX_RAW_BYTES = 104_857_600;
const MAX_ENTRIES = 1000;

/** Files by path: reading as JSON or raw, listing folders, writing. */
export const contentsOperations: readonly RestOperation[] = [
  repositoryOperation(
    "GET /repos/{owner}/{repo}/contents/{path}",
    "contents=read",
    "repos/contents#get-repository-content",
    getContents,
  ),
  repositoryOperation(
    "PUT /repos/{owner}/{repo}/contents/{path}",
    "contents=write",
    "repos/contents#create-or-update-file-contents",
    putContents,
  ),
];

async function getContents(request: RepositoryRequest): Promise<RestAnswer> {
  const { repository, query } = request;
  const path = pathOf(request);
  const git = request.git(repository);
  const ref = query.get("ref") ?? repository.defaultBranchName;
  const commit = await git.resolveCommit(ref);
  if (commit === undefined) {
    if (query.get("ref") === null) throw refusalByText(restErrorTexts.emptyContents);
    throw refusalByText(restErrorTexts.noCommitForRef, { ref });
  }
  const entry = await git.entry(commit, path);
  if (entry === undefined) throw notFound();
  if (entry.type === "tree") return listFolder(request, ref, path, await git.tree(entry.sha));
  if (entry.type === "commit") return ok({ ...toEntry(request, ref, entry), type: "submodule" });
  return wantsRaw(request)
    ? rawFile(await git.readBlob(entry.sha))
    : jsonFile(request, ref, entry, await git.readBlob(entry.sha));
}

function pathOf(request: RepositoryRequest): string {
  return (request.parameters["path"] ?? "").replace(/^\/+|(?<!\/)\/+$/gu, "");
}

function wantsRaw({ headers }: RestRequest): boolean {
  return /\b(?:vnd\.github(?:\.v3)?\.raw|raw\+json|vnd\.github\.raw)/u.test(headers["accept"] ?? "");
}

function rawFile(bytes: Buffer): RestAnswer {
  return { status: 200, headers: { "content-type": "application/vnd.github.v3.raw; charset=utf-8" }, body: bytes };
}

function jsonFile(request: RepositoryRequest, ref: string, entry: GitTreeEntry, bytes: Buffer): RestAnswer {
  if (bytes.length > MAX_RAW_BYTES) throw refusalByText(restErrorTexts.tooLargeForJson);
  const isInline = bytes.length <= MAX_INLINE_BYTES;
  const isLink = entry.mode === "120000";
  return ok({
    ...toEntry(request, ref, entry),
    // A symlink is answered as the file it is, not as what it points at.
    ...(isLink ? { type: "symlink", target: bytes.toString() } : {}),
    content: isInline ? inLines(bytes) : "",
    encoding: isInline ? "base64" : "none",
  });
}

/** Base64 in lines of sixty, as GitHub writes it. */
function inLines(bytes: Buffer): string {
  return bytes
    .toString("base64")
    .replaceAll(/(.{60})/gu, "$1\n")
    .replace(/[^\n]$/u, "$&\n");
}

function listFolder(
  request: RepositoryRequest,
  ref: string,
  folder: string,
  entries: readonly GitTreeEntry[],
): RestAnswer {
  const prefix = folder === "" ? "" : `${folder}/`;
  const shown = entries
    .slice(0, MAX_ENTRIES)
    .map((entry) => toEntry(request, ref, { ...entry, path: prefix + entry.path }));
  if ((request.headers["accept"] ?? "").includes("object"))
    return ok({ ...toEntry(request, ref, { path: folder, mode: "040000", type: "tree", sha: "" }), entries: shown });
  return ok(shown);
}

function toEntry({ world, repository }: RepositoryRequest, ref: string, entry: GitTreeEntry): Record<string, unknown> {
  const path = encodePath(entry.path);
  const isFolder = entry.type === "tree";
  const url = `${apiUrl(world, repository)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const git = `${apiUrl(world, repository)}/git/${isFolder ? "trees" : "blobs"}/${entry.sha}`;
  const html = `${htmlUrl(world, repository)}/${isFolder ? "tree" : "blob"}/${encodePath(ref)}/${path}`;
  return {
    name: entry.path.split("/").at(-1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    html_url: html,
    git_url: git,
    download_url: isFolder ? null : `${htmlUrl(world, repository)}/raw/${encodePath(ref)}/${path}`,
    type: isFolder ? "dir" : entry.mode === "120000" ? "symlink" : entry.type === "commit" ? "submodule" : "file",
    _links: { self: url, git, html },
  };
}

/** Writes one file as one commit on a branch; a file that is there must be named by its blob id. */
async function putContents(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, viewer, repository, input } = request;
  mustHaveRole(repository, viewer.actor, "write", "UpdateFile");
  mustBeWritable(repository);
  const path = pathOf(request);
  const message = input.text("message");
  const content = decodeBase64(input.text("content"));
  const branch = input.optionalText("branch") ?? repository.defaultBranchName;
  const git = request.git(repository);
  const ref = `refs/heads/${branch}`;
  const head = await git.resolve(ref);
  if (head === undefined && branch !== repository.defaultBranchName)
    throw refusalByText(restErrorTexts.branchNotFound, { branch });
  const before = head === undefined ? undefined : await git.entry(head, path);
  mustMatch(path, before, input.optionalText("sha"));
  const sha = await git.blob(content);
  const tree = await git.makeTree(head ?? null, [
    { path, sha, ...(before === undefined ? {} : { mode: before.mode }) },
  ]);
  const author = gitIdentity(world, viewer.actor);
  const commit = await git.commit({ tree, parents: head === undefined ? [] : [head], message, author });
  if (!(await git.updateRef(ref, commit, head ?? null)))
    throw refusalByText(restErrorTexts.shaMismatch, { path, sha: head ?? "" });
  announcePush(world, viewer.actor, repository, { ref, before: head ?? nullOid, after: commit, forced: false });
  return {
    status: before === undefined ? 201 : 200,
    body: {
      content: toEntry(request, branch, { path, mode: "100644", type: "blob", sha, size: content.length }),
      commit: toGitCommit(world, repository, await git.readCommit(commit)),
    },
  };
}

/** What is there must be named by its blob id; for a path that is free any id is ignored (pome-sh/digital-twins#400). */
function mustMatch(path: string, before: GitTreeEntry | undefined, sha: string | undefined): void {
  if (before === undefined) return;
  if (sha === undefined) throw refusalByText(restErrorTexts.shaMissing);
  if (before.sha !== sha) throw refusalByText(restErrorTexts.shaMismatch, { path, sha });
}

function decodeBase64(text: string): Buffer {
  const clean = text.replaceAll(/\s/gu, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/u.test(clean) || clean.length % 4 === 1)
    throw refusalByText(restErrorTexts.contentNotBase64);
  return Buffer.from(clean, "base64");
}
