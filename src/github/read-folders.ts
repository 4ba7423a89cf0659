import type { RepositoryRef } from "../core/discussion.ts";
import type { Folder } from "../core/proposal.ts";
import type { GitHubClients } from "./github-clients.ts";
import type { GraphqlDocument } from "./graphql-document.ts";

/** The folders that lead to a path at each of these commits, from the top. 1 point. */
export async function foldersTo(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  commits: readonly string[],
  path: string,
): Promise<readonly (readonly Folder[])[]> {
  const names = path.split("/").slice(0, -1);
  const paths = ["", ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
  const expressions = commits.flatMap((commit) => paths.map((it) => `${commit}:${it}`));
  const { repository } = await clients.graphql(
    installation,
    foldersDocument(expressions.length),
    { owner, name, ...Object.fromEntries(expressions.map((it, index) => [`f${index}`, it])) },
    { doing: `read the folders that lead to ${path} of ${owner}/${name}`, needs: "contents: read" },
  );
  return commits.map((_, commit) =>
    paths.flatMap((it, depth) => {
      const entries = repository?.[`f${commit * paths.length + depth}`]?.entries;
      return entries ? [{ path: it, entries: entries.map(({ name, mode }) => ({ name, kind: kindOf(mode) })) }] : [];
    }),
  );
}

interface Tree {
  readonly entries?: readonly { readonly name: string; readonly mode: number }[] | null;
}

type FoldersAnswer = { readonly repository: Readonly<Record<string, Tree | null>> | null };
type FoldersVariables = { readonly owner: string; readonly name: string; readonly [alias: `f${number}`]: string };

/** A query for `count` folders, with an alias and a variable for each: nothing a person wrote becomes part of it. */
export function foldersDocument(count: number): GraphqlDocument<FoldersAnswer, FoldersVariables> {
  const aliases = Array.from({ length: count }, (_, index) => `f${index}`);
  const declared = ["$owner: String!", "$name: String!", ...aliases.map((alias) => `$${alias}: String!`)];
  const fields = aliases.map(
    (alias) => `${alias}: object(expression: $${alias}) { ... on Tree { entries { name mode } } }`,
  );
  return {
    name: "ReadFolders",
    kind: "query",
    text: `query ReadFolders(${declared.join(", ")}) {
  repository(owner: $owner, name: $name) {
    ${fields.join("\n    ")}
  }
}`,
  };
}

/** By the upper bits of git's mode: https://git-scm.com/docs/git-fast-import#_filemodify */
function kindOf(mode: number): Folder["entries"][number]["kind"] {
  switch (mode >> 12) {
    case 0o04:
      return "folder";
    case 0o12:
      return "symlink";
    case 0o16:
      return "submodule";
    default:
      return "file";
  }
}
