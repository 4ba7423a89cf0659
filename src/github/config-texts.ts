import type { RepositoryRef } from "../core/discussion.ts";
import type { ConfigText } from "../core/github-reads.ts";
import { type BlobTextFragment, ConfigTexts, type RepositoryVisibility } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";
import { readBlob } from "./read-blobs.ts";

/**
 * The config in the repository and in its owner's `.github` repository, as of their default branches. `source` is
 * `owner/name:path`. The second repository is left out where we may not read it: nobody asked it to take part, and it
 * must not keep the first from having its say. Where fewer may read it than the repository itself it is marked: GitHub
 * takes its own defaults from a public one alone
 * (https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/creating-a-default-community-health-file).
 * 1 point; a file that is no text costs a REST request more.
 */
export async function configTexts(
  clients: GitHubClients,
  repository: RepositoryRef,
  path: string,
): Promise<readonly ConfigText[]> {
  const { installation, owner, name } = repository;
  const found = await clients.graphql(
    installation,
    ConfigTexts,
    { owner, name, expression: `HEAD:${path}` },
    { doing: `read the config of ${owner}/${name}`, needs: "contents: read" },
    { part: "fallback", because: ["NOT_FOUND", "FORBIDDEN"] },
  );
  const places = [
    { repository, blob: found.repository?.object, isShown: true },
    {
      repository: { ...repository, name: ".github" },
      blob: found.fallback?.object,
      isShown: isAsOpen(found.fallback?.visibility, found.repository?.visibility),
    },
  ];
  return Promise.all(
    places.map(async ({ repository, blob, isShown }) => ({
      source: `${repository.owner}/${repository.name}:${path}`,
      text: await toText(clients, repository, blob),
      isShown,
    })),
  );
}

/** From what fewest may read to what everybody may. */
const openness: readonly (RepositoryVisibility | undefined)[] = ["PRIVATE", "INTERNAL", "PUBLIC"];

/** Whether one repository is read by as many as another of its owner. What GitHub does not say is private, or, of the other, public. */
function isAsOpen(one: RepositoryVisibility | undefined, other: RepositoryVisibility | undefined): boolean {
  return openness.indexOf(one ?? "PRIVATE") >= openness.indexOf(other ?? "PUBLIC");
}

/**
 * What is not text to GitHub is still somebody's config, only a broken one: its bytes are handed on as they are, for
 * the parser to complain about. A folder of that name has no `oid` here, since the query asks for blobs.
 */
async function toText(
  clients: GitHubClients,
  repository: RepositoryRef,
  blob: Partial<BlobTextFragment> | null | undefined,
): Promise<string | undefined> {
  if (blob?.oid === undefined) return undefined;
  return blob.text ?? Buffer.from(await readBlob(clients, repository, blob.oid)).toString("utf8");
}
