import type { RestAnswer } from "../../request-context.ts";
import type { GitRef } from "../../git/git-objects.ts";
import { GitHubError } from "../../world/errors.ts";
import { createRef, deleteRef, moveRef } from "../../world/refs.ts";
import { created, noContent, ok, paged } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import { notFound, repositoryOperation, type RestOperation, type RepositoryRequest } from "../rest-operation.ts";
import { encodePath } from "../shapes/commit.ts";
import { apiUrl } from "../shapes/repository.ts";

/** Branches and tags as git has them. */
export const gitRefOperations: readonly RestOperation[] = [
  repositoryOperation(
    "GET /repos/{owner}/{repo}/git/ref/{ref}",
    "contents=read",
    "git/refs#get-a-reference",
    async (request) => {
      const name = fullName(request);
      const ref = (await request.git(request.repository).refs(name)).find((candidate) => candidate.name === name);
      if (ref === undefined) throw notFound();
      return ok(toRef(request, ref));
    },
  ),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/git/matching-refs/{ref}",
    "contents=read",
    "git/refs#list-matching-references",
    async (request) =>
      ok((await request.git(request.repository).refs(fullName(request))).map((ref) => toRef(request, ref))),
  ),
  {
    ...repositoryOperation("GET /repos/{owner}/{repo}/git/refs", "contents=read", "git/refs", async (request) =>
      paged(request, await request.git(request.repository).refs(), (ref) => toRef(request, ref)),
    ),
    isUndocumented: true,
  },
  repositoryOperation("POST /repos/{owner}/{repo}/git/refs", "contents=write", "git/refs#create-a-reference", create),
  repositoryOperation(
    "PATCH /repos/{owner}/{repo}/git/refs/{ref}",
    "contents=write",
    "git/refs#update-a-reference",
    update,
  ),
  repositoryOperation(
    "DELETE /repos/{owner}/{repo}/git/refs/{ref}",
    "contents=write",
    "git/refs#delete-a-reference",
    async (request) => {
      const name = fullName(request);
      await inRestWords(deleteRef(request.world, request.viewer.actor, request.repository, name));
      return noContent;
    },
  ),
];

/** "heads/main" in the path is "refs/heads/main". */
function fullName(request: RepositoryRequest): string {
  return `refs/${(request.parameters["ref"] ?? "").replace(/^refs\//u, "")}`;
}

function toRef({ world, repository }: RepositoryRequest, ref: GitRef): Record<string, unknown> {
  const api = apiUrl(world, repository);
  return {
    ref: ref.name,
    node_id: `REF_${Buffer.from(`${repository.databaseId}:${ref.name}`).toString("base64url")}`,
    url: `${api}/git/${encodePath(ref.name)}`,
    object: { sha: ref.sha, type: ref.type, url: `${api}/git/${ref.type}s/${ref.sha}` },
  };
}

async function create(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, viewer, repository, input } = request;
  const name = input.text("ref");
  const sha = input.text("sha");
  await inRestWords(createRef(world, viewer.actor, repository, name, sha));
  return created(toRef(request, { name, sha, type: "commit" }));
}

async function update(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, viewer, repository, input } = request;
  const name = fullName(request);
  const sha = input.text("sha");
  await inRestWords(moveRef(world, viewer.actor, repository, name, sha, input.optionalFlag("force") ?? false));
  return ok(toRef(request, { name, sha, type: "commit" }));
}

/** REST says some things otherwise than GraphQL. */
async function inRestWords(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (error.message.startsWith("A ref named")) throw refusalByText(restErrorTexts.referenceExists);
    if (error.message.startsWith("No such branch")) throw refusalByText(restErrorTexts.referenceNotFound);
    throw error;
  }
}
