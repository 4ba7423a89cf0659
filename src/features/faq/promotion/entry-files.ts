import type { RepositoryRef } from "../../../core/discussion.ts";
import type { FaqEditor, Refusal, SiteSyntax } from "../../../core/faq-editor.ts";
import type { ProposalState, RepositoryFile } from "../../../core/proposal.ts";
import { tooLong } from "../../../faq-file/limits.ts";
import type { FaqConfig } from "../config.ts";
import { readSiteSyntax } from "./read-site-syntax.ts";
import { whyNotPath } from "./why-not-path.ts";
import type { ReadsWithFaq } from "../reads.ts";

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
  /** ReadsWithFaq them, and says how they would read with a change. */
  readonly editor: FaqEditor;
}

/**
 * ReadsWithFaq a FAQ file on the default branch and on a branch of ours. 2 points (one to learn what is in the way of its
 * path) and at most 4 REST requests (one to compare, one for each version); see `readSiteSyntax` for
 * what it costs to know how it is read.
 */
export async function readEntryFiles(
  repository: RepositoryRef,
  { path, branch, mdx }: { readonly path: string; readonly branch: string; readonly mdx: FaqConfig["mdx"] },
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
  const [onBase, onBranch, common, syntax] = await Promise.all([
    read(base.head),
    read(there?.head),
    read(isBehind ? there.mergeBase : undefined),
    readSiteSyntax(repository, { path, head: base.head, folders: foldersAt[0] ?? [], mdx }, github),
  ]);
  const [now, ours, shared] = [onBase, onBranch, isBehind ? common : onBase].map((it) => toText(it, path));
  for (const it of [now, ours, shared]) if (typeof it === "object") return it;
  const texts = { base: now, ours, shared } as Pick<EntryFiles, "base" | "ours" | "shared">;
  return { path, branch, proposal: { ...state, base }, baseSha: onBase?.sha, ...texts, syntax, editor };
}

/** Bytes that are no UTF-8 would come back changed; a byte order mark stays. What is too much to read is not read. */
function toText(file: RepositoryFile | undefined, path: string): string | undefined | Refusal {
  if (file === undefined) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
    return tooLong(text) ?? text;
  } catch {
    return { refused: `${path} is not a UTF-8 text file` };
  }
}
