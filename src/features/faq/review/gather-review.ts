import type { RepositoryRef } from "../../../core/discussion.ts";
import { docsItemId } from "../../../core/knowledge-items.ts";
import type { KnownEntry, LinkedThread } from "../../../core/knowledge.ts";
import { percentDecode } from "../../../text/percent-decode.ts";
import type { FaqConfig } from "../config.ts";
import { fileNow } from "../promotion/known-promotion.ts";
import type { Promotion } from "../promotion/promotion.ts";
import type { ReadsWithFaq } from "../reads.ts";
import type { ReviewIssue } from "../store/faq-records.ts";
import type { EntryCase } from "./judge-entry.ts";

/** An answered thread that nobody promoted, with what speaks for it. */
export interface Candidate extends LinkedThread {
  /** Questions it was found for, without those where it did not help. */
  readonly found: number;
  /** Upvotes and 👍 of the discussion. */
  readonly votes: number;
}

/** The facts that the review is decided from. */
export interface ReviewFacts {
  readonly cases: readonly EntryCase[];
  readonly candidates: readonly Candidate[];
  readonly review: ReviewIssue | undefined;
  /** Promotions that are proposed, or whose record differs from what the FAQ has. */
  readonly outOfSync: readonly Promotion[];
  /** Promotions whose answer was edited after it came into the FAQ; the FAQ has the earlier text. */
  readonly edited: readonly Promotion[];
}

/** Threads whose votes are read: the most linked and found, and the newest. Two points. */
const maxLinked = 60;
const maxNewest = 40;

/**
 * Reads entries, the docs they link to and what people thought of them. At most 2 points; everything else is in the
 * store.
 */
export async function gatherReview(
  repository: RepositoryRef,
  { reads, config, now }: { readonly reads: ReadsWithFaq; readonly config: FaqConfig; readonly now: Date },
): Promise<ReviewFacts> {
  const { knowledge, faq } = reads;
  const [entries, evidence, counts, promotions, review] = await Promise.all([
    knowledge.faqEntries(repository),
    faq.evidence(repository),
    faq.entryCounts(repository),
    faq.promotions(repository, {}),
    faq.findReview(repository),
  ]);
  const links = new Map(entries.map((entry) => [entry, linkedDocs(entry, repository)]));
  const known = evidence.flatMap((it) => it.links.map(({ item }) => item));
  const docs = await knowledge.items(repository, [...new Set([...links.values()].flat().concat(known))]);
  const docsById = new Map(docs.map((item) => [item.id, item]));
  const earlier = new Map(evidence.map((it) => [it.item, it]));
  const byThread = new Map(promotions.map((it) => [it.number, it]));
  const none = { hits: 0, helpful: 0, unhelpful: 0 };
  const cases = entries.map((entry): EntryCase => {
    const { item, section } = entry;
    return {
      entry,
      earlier: earlier.get(item.id),
      links: new Map((links.get(entry) ?? []).map((id) => [id, docsById.get(id)])),
      counts: counts.get(item.id) ?? none,
      promotion: section.source === undefined ? undefined : byThread.get(section.source),
      reviewAfterDays: config["review-after"],
      today: now.toISOString().slice(0, 10),
    };
  });
  const edited = promotions.filter((it) => it.state === "published" && it.edited?.isIn === false);
  const candidates = await gatherCandidates(repository, { reads, config }, new Set(byThread.keys()), counts);
  return { cases, candidates, review, outOfSync: findOutOfSync(entries, promotions), edited };
}

async function gatherCandidates(
  repository: RepositoryRef,
  { reads, config }: { readonly reads: ReadsWithFaq; readonly config: FaqConfig },
  promoted: ReadonlySet<number>,
  counts: Awaited<ReturnType<ReadsWithFaq["faq"]["entryCounts"]>>,
): Promise<readonly Candidate[]> {
  if (config["suggest-after"] === 0 || config.review === "off") return [];
  const threads = (await reads.knowledge.linkedThreads(repository)).filter(({ number }) => !promoted.has(number));
  const withFound = threads.map((thread) => {
    const { hits, unhelpful } = counts.get(`thread:${thread.number}`) ?? { hits: 0, unhelpful: 0 };
    return { ...thread, found: Math.max(0, hits - unhelpful) };
  });
  const mostLinked = withFound.toSorted((a, b) => b.links + b.found - (a.links + a.found)).slice(0, maxLinked);
  const maxHits = [...new Set([...mostLinked, ...withFound.slice(0, maxNewest)])];
  const votes = await reads.github.votesOn(
    repository,
    maxHits.map(({ number }) => number),
  );
  return maxHits.map((thread) => {
    const { upvotes, thumbsUp } = votes.get(thread.number) ?? { upvotes: 0, thumbsUp: 0 };
    return { ...thread, votes: upvotes + thumbsUp };
  });
}

/** Promotions that differ from the FAQ. One whose file is not among the docs is compared only while it is proposed. */
function findOutOfSync(entries: readonly KnownEntry[], promotions: readonly Promotion[]): readonly Promotion[] {
  const there = new Set(entries.map(({ section }) => section.source));
  const files = new Set(entries.map(({ section }) => section.path));
  return promotions.filter((it) => {
    if (it.state === "proposed") return true;
    const isThere = there.has(it.number);
    if (it.state !== "published") return isThere;
    return isThere ? fileNow(it, entries) !== it.file : files.has(it.file);
  });
}

/**
 * Ids of the docs items that an entry links to: paths of the repository, and full addresses of its files at the
 * default branch, which is what promoted answers have.
 */
export function linkedDocs({ section }: KnownEntry, { owner, name }: RepositoryRef): readonly string[] {
  const ids = section.links.flatMap((link) => {
    const place = /^[a-z][a-z0-9+.-]*:/iu.test(link) ? pathOf(link, `${owner}/${name}`) : link;
    if (place === undefined) return [];
    const [path = "", anchor = ""] = place.split("#", 2);
    return [docsItemId({ path, anchor })];
  });
  return [...new Set(ids)].filter((id) => !id.startsWith(`docs:${section.path}#`));
}

function pathOf(url: string, repository: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname, hash } = new URL(url);
  const home = `/${repository}/blob/HEAD/`;
  if (!pathname.toLowerCase().startsWith(home.toLowerCase())) return undefined;
  return percentDecode(pathname.slice(home.length)) + percentDecode(hash);
}
