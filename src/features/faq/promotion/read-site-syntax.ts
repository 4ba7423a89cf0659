import type { RepositoryRef } from "../../../core/discussion.ts";
import { isRefusal, type SiteSyntax } from "../../../core/faq-editor.ts";
import type { GitHubReads } from "../../../core/github-reads.ts";
import type { Folder } from "../../../core/proposal.ts";
import { faqFile } from "../../../faq-file/faq-path.ts";
import { siteFolders, siteSyntax } from "../../../faq-file/site-syntax.ts";
import type { FaqConfig } from "../config.ts";

/** What there is to know of a file before it is read: where it stands, and the folders that lead there, from the top. */
interface FeatureContext {
  readonly path: string;
  readonly head: string;
  readonly folders: readonly Folder[];
  readonly mdx: FaqConfig["mdx"];
}

/**
 * What the site that publishes a file reads in its Markdown, so that an answer is written for that. 1 point for each
 * folder at the top that may hold a site, and none where a folder around the file says that it is MDX.
 */
export async function readSiteSyntax(
  repository: RepositoryRef,
  { path, head, folders, mdx }: FeatureContext,
  { foldersTo }: Pick<GitHubReads, "foldersTo">,
): Promise<SiteSyntax> {
  const kind = faqFile(path);
  if (isRefusal(kind) || kind.isMdx || mdx === "always") return "mdx";
  const isKept = (name: string): boolean => mdx !== "never" || siteSyntax([[name]]) !== "mdx";
  const namesIn = ({ entries }: Folder): readonly string[] => entries.map(({ name }) => name).filter(isKept);
  const around = folders.map(namesIn);
  if (siteSyntax(around) === "mdx") return "mdx";
  const top = folders.find((it) => it.path === "")?.entries ?? [];
  const others = top.flatMap(({ name, kind: is }) =>
    is === "folder" && siteFolders.includes(name) && !folders.some((it) => it.path === name) ? [name] : [],
  );
  const found = await Promise.all(others.map((name) => foldersTo(repository, [head], `${name}/x`)));
  return siteSyntax([...around, ...found.flat(2).map(namesIn)]);
}
