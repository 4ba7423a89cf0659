import { doxygenDocuments } from "./doxygen-documents.ts";
import type { EvaluationSet, ExtractedSet } from "./evaluation-set.ts";
import { forumSet } from "./forum-set.ts";
import type { GitTree } from "./git-tree.ts";
import { readMailThreads } from "./mail-threads.ts";
import { treeAt } from "./tree-at.ts";

const manual = "https://files.ettus.com/manual/";

/** Questions of the mailing list of a driver for radios, answered by its manual and by earlier threads. */
export const usrp: EvaluationSet = {
  name: "usrp",
  description:
    "Questions of the mailing list of UHD, the driver of USRP radios, answered by its manual and by earlier threads.",
  sources: [
    {
      repository: "linux-mailinglist-archives/usrp-users.lists.ettus.com.0",
      commit: "ca763a0eab9f857948f294e78103c609e477dc34",
      licence: "none given; the messages are their authors'",
      use: "messages of 2019 to 2026, one a commit",
    },
    {
      repository: "EttusResearch/uhd",
      commit: "1c0dfa23d82cfab0638d56bd606ec34769203a81",
      licence: "GPL-3.0-or-later",
      use: "the manual, host/docs",
    },
  ],
  relation:
    "Relevant is what others than the asker linked in their first five answers: a section of the manual with its anchor, a page of it (grade 1), an earlier thread in the list's archive. Threads before 2021 are the corpus and the train split. Quotes and signatures of the list are left out.",
  checked: "21 pairs were read. 18 of the sections and pages answer or say where to look; three are named in passing.",
  extract: (trees) => extractUsrp(treeAt(trees, 0), treeAt(trees, 1)),
};

async function extractUsrp(archive: GitTree, source: GitTree): Promise<ExtractedSet> {
  const files = (await source.files("host/docs")).filter(({ path }) => /\.(?:dox|dox\.in|md)$/u.test(path));
  const docs = (await source.readAll(files)).flatMap(({ text }) => doxygenDocuments(text, manual));
  const threads = await readMailThreads(archive);
  const byHash = new Map(threads.flatMap(({ id, hashes }) => hashes.map((hash) => [hash, `thread:${id}`] as const)));
  return forumSet({
    docs: unique(docs),
    threads,
    cut: "2021-01-01",
    withoutPages: new Set(["docs:page_gpio_api", "docs:page_dpdk", "docs:page_usrp_b200"]),
    documentAt: (address) => byHash.get(hashIn(address)) ?? pageAt(address),
  });
}

/** `https://lists.ettus.com/archives/list/usrp-users@lists.ettus.com/thread/ABC…/` */
function hashIn(address: string): string {
  return /^https?:\/\/lists\.ettus\.com\/.*\/(?:thread|message)\/([A-Z2-7]{32})\b/u.exec(address)?.[1] ?? "";
}

/** The manual stands at two addresses, and each release's at one of its own. */
function pageAt(address: string): string | undefined {
  const [, page = "", anchor = ""] =
    /^https?:\/\/(?:files\.ettus\.com\/(?:manual|uhd_manual|manual_archive\/[^/]+\/html)|uhd\.readthedocs\.io\/en\/[^/]+)\/(\w+)\.html(#\w+)?/u.exec(
      address,
    ) ?? [];
  return page === "" ? undefined : `docs:${page}${anchor}`;
}

/** An id that is declared twice is kept where it stands first. */
function unique<Record extends { readonly id: string }>(records: readonly Record[]): readonly Record[] {
  const first = new Map<string, Record>();
  for (const record of records) if (!first.has(record.id)) first.set(record.id, record);
  return [...first.values()];
}
