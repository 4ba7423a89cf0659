import type { RepositoryRef } from "../core/discussion.ts";
import type { PageRef } from "../core/knowledge.ts";
import { FindHead } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";

/** A file at a commit. `size` is in bytes. */
export type File = PageRef & { readonly size: number };

/** Head commit of the default branch; undefined for an empty repository. 1 point. */
export async function findHead(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<string | undefined> {
  const operation = { doing: `read the head of ${owner}/${name}`, needs: "contents: read" };
  const { repository } = await clients.graphql(installation, FindHead, { owner, name }, operation);
  return repository?.defaultBranchRef?.target?.oid;
}

/**
 * All regular files at a commit. One REST request; where GitHub truncates its answer (100,000 entries or 7 MB) the
 * folders are read one by one, each as a whole where it fits:
 * https://docs.github.com/en/rest/git/trees#get-a-tree
 */
export async function readTree(
  clients: GitHubClients,
  repository: RepositoryRef,
  commit: string,
): Promise<readonly File[]> {
  return readFolder(clients, repository, commit, "");
}

async function readFolder(
  clients: GitHubClients,
  repository: RepositoryRef,
  sha: string,
  prefix: string,
): Promise<File[]> {
  const whole = await getTree(clients, repository, sha, true);
  if (!whole.truncated) return toFiles(whole.tree, prefix);

  const { tree, truncated } = await getTree(clients, repository, sha, false);
  if (truncated) throw new Error(`The folder "${prefix}" of ${repository.owner}/${repository.name} is too large`);
  const files = toFiles(tree, prefix);
  for (const { type, path, sha } of tree) {
    if (type === "tree") files.push(...(await readFolder(clients, repository, sha, `${prefix}${path}/`)));
  }
  return files;
}

type Tree = Awaited<ReturnType<typeof getTree>>["tree"];

async function getTree(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  sha: string,
  recursive: boolean,
) {
  const operation = { doing: `read the files of ${owner}/${name}`, needs: "contents: read", isWrite: false };
  const { data } = await clients.rest(installation, operation, (octokit) =>
    octokit.rest.git.getTree({ owner, repo: name, tree_sha: sha, ...(recursive && { recursive: "1" }) }),
  );
  return data;
}

/** Files have the modes 100644 and 100755; symlinks are blobs too, of mode 120000, and submodules are commits. */
function toFiles(tree: Tree, prefix: string): File[] {
  return tree.flatMap(({ type, mode, path, sha, size }) =>
    type === "blob" && mode.startsWith("100") ? [{ path: prefix + path, sha, size: size ?? 0 }] : [],
  );
}
