import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** A file of a repository at a branch. */
export interface FilePlace {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
  /** Path in the repository, without a leading slash. */
  readonly path: string;
}

/** Resolves relative links against the page of the file, and relative images against its bytes. */
export function fileLinks(file: FilePlace | undefined) {
  return (tree: Root): void => {
    if (file === undefined) return;
    visit(tree, "element", (node) => {
      if (node.tagName === "a") {
        node.properties["href"] = resolve(node.properties["href"], file, "blob");
      } else if (node.tagName === "img") {
        node.properties["src"] = resolve(node.properties["src"], file, "raw");
      }
    });
  };
}

function resolve(target: unknown, file: FilePlace, kind: "blob" | "raw"): string | undefined {
  if (typeof target !== "string") return undefined;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/iu.test(target)) return target;
  const root = `/${file.repository}/${kind}/${file.branch}/`;
  // A leading slash means the root of the repository, as in GitHub's relative links.
  const base = target.startsWith("/") ? root : root + file.path;
  const url = URL.parse(target.replace(/^\//u, ""), `http://here${encodeURI(base)}`);
  return url === null ? undefined : url.pathname + url.search + url.hash;
}
