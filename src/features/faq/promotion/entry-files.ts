import type { RepositoryRef } from "../../../core/discussion.ts";
import { isRefusal, type FaqEditor, type Refusal, type SiteSyntax } from "../../../core/faq-editor.ts";
import type { GitHubReads } from "../../../core/github-reads.ts";
import { githubUrl } from "../../../core/page-url.ts";
import type { Folder, ProposalState, RepositoryFile } from "../../../core/proposal.ts";
import { faqFile } from "../../../faq-file/faq-path.ts";
import { tooLong } from "../../../faq-file/limits.ts";
import { siteFolders, siteSyntax } from "../../../faq-file/site-syntax.ts";
import type { FaqConfig } from "../config.ts";
import type { ReadsWithFaq } from "../reads.ts";
import type { LanguageSettings } from "../../../words/locale-of.ts";

/** A FAQ file in the versions that count for a pull request. A version is undefined where the file is not there. */
export interface EntryFiles {
  readonly path: string;
  readonly branch: string;
  readonly proposal: ProposalState & { readonly base: NonNullable<ProposalState["base"]> };
  /** On the default branch, and its blob id. */
  readonly base: string | undefined;
  readonly baseSha: string | undefined;
  /** On our branch, while a pull request from it is open. */
  readonly ours: string | undefined;
  /** In the newest commit that both have. */
  readonly shared: string | undefined;
  /** Whether what builds the docs reads the file as MDX, whatever it is called. */
  readonly syntax: SiteSyntax;
  /** In which pull requests, and threads, are spoken of them. */
  readonly language: LanguageSettings;
  /** Parses and edits them. */
  readonly editor: FaqEditor;
}

/**
 * Reads a FAQ file on the default branch and on a branch of ours. 2 points (one to learn what is in the way of its
 * path) and at most 4 REST requests (one to compare, one for each version); see `readSiteSyntax` for
 * what it costs to know how it is read.
 */
export async function readEntryFiles(
  repository: RepositoryRef,
  {
    path,
    branch,
    mdx,
    language,
  }: Pick<EntryFiles, "path" | "branch" | "language"> & { readonly mdx: FaqConfig["mdx"] },
  { github, editor }: Pick<ReadsWithFaq, "github" | "editor">,
): Promise<EntryFiles | Refusal> {
  const { base, ...state } = await github.findProposal(repository, branch);
  if (base === undefined) return { refused: "the repository is empty, so there is no branch to add a file to" };
  const there = state.pullRequest?.state === "open" ? state.branch : undefined;
  const read = async (at: string | undefined) => (at === undefined ? undefined : github.findFile(repository, at, path));
  const commits = [...new Set([base.head, ...(there === undefined ? [] : [there.head])])];
  const foldersAt = await github.foldersTo(repository, commits, path);
  for (const folders of foldersAt) {
    const refusal = whyNotPath(path, folders);
    if (refusal) return refusal;
  }
  const isBehind = there !== undefined && there.mergeBase !== base.head;
  const [onBase, onOurBranch, common, syntax] = await Promise.all([
    read(base.head),
    read(there?.head),
    read(isBehind ? there.mergeBase : undefined),
    readSiteSyntax(repository, { path, head: base.head, folders: foldersAt[0] ?? [], mdx }, github),
  ]);
  const [now, ours, shared] = [onBase, onOurBranch, isBehind ? common : onBase].map((it) => toText(it, path));
  for (const it of [now, ours, shared]) if (typeof it === "object") return it;
  const texts = { base: now, ours, shared } as Pick<EntryFiles, "base" | "ours" | "shared">;
  return { path, branch, proposal: { ...state, base }, baseSha: onBase?.sha, ...texts, syntax, language, editor };
}

/** The text of a file. Refuses bytes that are no UTF-8, which would come back changed, and what is too long to parse. */
function toText(file: RepositoryFile | undefined, path: string): string | undefined | Refusal {
  if (file === undefined) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
    return tooLong(text) ?? text;
  } catch {
    return { refused: `${path} is not a UTF-8 text file` };
  }
}

/** The place of a file: its path, and the folders on the way to it, from the top. */
interface FileLocation {
  readonly path: string;
  readonly head: string;
  readonly folders: readonly Folder[];
  readonly mdx: FaqConfig["mdx"];
}

/**
 * What the site that publishes a file reads in its Markdown, so that an answer is written for that. 1 point for each
 * folder at the top that may hold a site, and none where a folder around the file says that it is MDX.
 */
async function readSiteSyntax(
  repository: RepositoryRef,
  { path, head, folders, mdx }: FileLocation,
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

/**
 * Why no file can be written at a path. A commit would silently replace what is in the way: a file where the path has a
 * folder, a link whose target was read, and, on file systems without case, a file with the same name in other letters.
 */
export function whyNotPath(path: string, folders: readonly Folder[]): Refusal | undefined {
  const names = path.split("/");
  for (const [depth, name] of names.entries()) {
    const entries = folders.find((it) => it.path === names.slice(0, depth).join("/"))?.entries ?? [];
    const there = entries.find((it) => it.name === name);
    const at = names.slice(0, depth + 1).join("/");
    const like = there ? undefined : entries.find((it) => caseFolded(it.name) === caseFolded(name));
    if (like) {
      const other = [...names.slice(0, depth), like.name].join("/");
      return {
        refused: `the repository has ${other}, which is the same name in other letters; write it as it is there`,
      };
    }
    if (!there) return undefined;
    const wanted = depth === names.length - 1 ? "file" : "folder";
    if (there.kind !== wanted) return { refused: `${at} is a ${there.kind}, and not a ${wanted}` };
  }
  return undefined;
}

/** A name as file systems without case compare it. */
function caseFolded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** Where an entry is read on GitHub. `discussion`: address of a discussion there, which tells where GitHub is. */
export function entryUrl({ owner, name }: RepositoryRef, discussion: string, file: string, anchor: string): string {
  const webUrl = URL.canParse(discussion) ? new URL(discussion).origin : "https://github.com";
  return githubUrl({ webUrl, owner, name }, file, anchor);
}
