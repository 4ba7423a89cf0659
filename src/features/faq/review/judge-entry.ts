import type { EntryCounts, EntryEvidence } from "../store/faq-records.ts";
import { dayMs } from "../../../core/clock.ts";
import type { KnowledgeItem, KnownEntry } from "../../../core/knowledge.ts";
import { noEntry, type Promotion } from "../promotion/promotion.ts";
import { resemblance, minhashOf } from "./minhash.ts";
import type { Locale, Text } from "../../../core/language.ts";
import { say } from "../messages/words.ts";

/** The facts about one entry from which `judgeEntry` finds whether it is stale. */
export interface EntryCase {
  readonly entry: KnownEntry;
  /** The evidence stored by the last review. */
  readonly earlier: EntryEvidence | undefined;
  /** Ids of the docs it links to, with the items that are there. */
  readonly links: ReadonlyMap<string, KnowledgeItem | undefined>;
  readonly counts: EntryCounts;
  /** Of the thread it came from. */
  readonly promotion: Promotion | undefined;
  readonly reviewAfterDays: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Docs that share at least this part of their words with those of the day of verification count as unchanged. */
const minResemblance = 0.5;

/** An entry is stale from so many refused hints since it was verified, where they are so many times those that helped. */
const refused = { least: 3, timesHelpful: 2 } as const;

/** The evidence to store for an entry, with the reasons why it is stale; none while it is fresh. */
export function judgeEntry(it: EntryCase, locale: Locale): EntryEvidence {
  const { entry, earlier, counts, today } = it;
  const { verified } = entry.section;
  const isVerifiedAnew = earlier !== undefined && verified !== undefined && verified !== earlier.verified;
  const base = isVerifiedAnew ? undefined : earlier;
  const links = linksOf(it, base);
  const { helpful, unhelpful } = counts;
  const evidence = {
    item: entry.item.id,
    seen: earlier?.seen ?? today,
    ...(verified !== undefined && { verified }),
    judged: base?.judged ?? { helpful, unhelpful },
    links,
  };
  return {
    ...evidence,
    stale: [
      ...staleByLinks(it, links),
      ...staleBySource(it),
      ...staleByAge(it, evidence),
      ...staleByHints(it, evidence),
    ].map((reason) => reason(locale)),
  };
}

/** The MinHashes of the linked docs on the day of verification; those of docs that were linked later are made now. */
function linksOf({ links }: EntryCase, base: EntryEvidence | undefined): EntryEvidence["links"] {
  const known = new Map(base?.links.map((it) => [it.item, it]));
  return [...links].flatMap(([item, docs]) => {
    const before = known.get(item);
    if (before !== undefined) return [before];
    return docs === undefined ? [] : [{ item, sketch: minhashOf(textOf(docs)) }];
  });
}

function textOf({ title, body, code }: KnowledgeItem): string {
  return `${title}\n${body}\n${code}`;
}

function staleByLinks({ links }: EntryCase, then: EntryEvidence["links"]): Text[] {
  return then.flatMap(({ item, sketch }) => {
    const docs = links.get(item);
    const place = item.replace(/^docs:/u, "").replace(/#$/u, "");
    if (docs === undefined) return [say("stale.link-gone", { place })];
    const isSame = resemblance(sketch, minhashOf(textOf(docs))) >= minResemblance;
    return isSame ? [] : [say("stale.link-changed", { place })];
  });
}

function staleBySource({ promotion }: EntryCase): Text[] {
  return promotion?.wanted === noEntry ? [say("stale.source")] : [];
}

function staleByAge(
  { reviewAfterDays, today }: EntryCase,
  { verified, seen }: Pick<EntryEvidence, "verified" | "seen">,
): Text[] {
  if (reviewAfterDays === 0) return [];
  const since = verified ?? seen;
  const days = Math.floor((Date.parse(today) - Date.parse(since)) / dayMs);
  if (days < reviewAfterDays) return [];
  return [
    verified === undefined ? say("stale.never-verified", { day: since }) : say("stale.verified", { day: verified }),
  ];
}

function staleByHints({ counts }: EntryCase, { judged }: Pick<EntryEvidence, "judged">): Text[] {
  const unhelpful = counts.unhelpful - judged.unhelpful;
  const helpful = Math.max(0, counts.helpful - judged.helpful);
  const isRefused = unhelpful >= refused.least && unhelpful > refused.timesHelpful * helpful;
  return isRefused ? [say("stale.hints", { unhelpful, helpful })] : [];
}
