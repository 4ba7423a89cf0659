import type { RepositoryRef } from "../../core/discussion.ts";
import type { Promotion } from "../../features/faq/promotion/promotion.ts";
import type { EntryCounts } from "../../features/faq/store/faq-records.ts";
import type { PageReads } from "./reads.ts";

/** An entry of a FAQ file, how often it was suggested, and whether it is still true. */
export interface FaqEntryLine extends EntryCounts {
  /** Id of its `KnowledgeItem`. */
  readonly id: string;
  readonly question: string;
  readonly url: string;
  /** `docs/faq.md#anchor` */
  readonly place: string;
  /** Day, `2026-03-01`; missing where it does not say. */
  readonly verified?: string;
  /** Why it is stale, in words; none while it is fresh. */
  readonly stale: readonly string[];
  /** The thread it was promoted from. */
  readonly source?: number;
}

export interface FaqView {
  /** Those that were suggested most first. */
  readonly entries: readonly FaqEntryLine[];
  readonly promotions: readonly Promotion[];
}

const noCounts: EntryCounts = { hits: 0, helpful: 0, unhelpful: 0 };

/** The FAQ as our records have it. */
export async function gatherFaq(
  repository: RepositoryRef,
  { knowledge, faq }: Pick<PageReads, "knowledge" | "faq">,
): Promise<FaqView> {
  const [entries, counts, evidence, promotions] = await Promise.all([
    knowledge.faqEntries(repository),
    faq.entryCounts(repository),
    faq.evidence(repository),
    faq.promotions(repository, {}),
  ]);
  const stale = new Map(evidence.map((it) => [it.item, it.stale]));
  const lines = entries.map(({ item, section }): FaqEntryLine => {
    const { path, anchor, verified } = section;
    return {
      id: item.id,
      question: item.title,
      url: item.url,
      place: anchor === "" ? path : `${path}#${anchor}`,
      ...(verified !== undefined && { verified }),
      ...(item.source !== undefined && { source: item.source }),
      stale: stale.get(item.id) ?? [],
      ...(counts.get(item.id) ?? noCounts),
    };
  });
  return {
    entries: lines.toSorted((a, b) => b.hits - a.hits || (a.place < b.place ? -1 : 1)),
    promotions: promotions.toReversed(),
  };
}
