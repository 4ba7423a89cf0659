import type { Command } from "commander";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { EntryCounts, FaqReads } from "../../features/faq/store/faq-records.ts";
import type { KnowledgeReads } from "../../core/knowledge-reads.ts";
import type { RecordReads } from "../../core/record-reads.ts";
import { fullName } from "../../core/repository-name.ts";
import { print, printJson } from "../terminal/print.ts";
import { toTable } from "../terminal/table.ts";
import { dataOption, findServed, withStores, type OpenStores } from "../with-stores.ts";

/** What the command reads of a data folder. */
interface Stores {
  readonly records: Pick<RecordReads, "repositories">;
  readonly knowledge: Pick<KnowledgeReads, "faqEntries">;
  readonly faq: Pick<FaqReads, "entryCounts" | "evidence">;
}

export type OpenFaqStores = OpenStores<Stores>;

/** One entry, as it is printed in JSON. Counts are of threads (hits) and of people's opinions. */
interface Row extends EntryCounts {
  readonly repository: string;
  readonly entry: string;
  readonly question: string;
  readonly verified?: string;
  readonly stale: readonly string[];
}

/** `frontdesk faq stats`: how often each entry was suggested, what came of it, and which are stale. */
export function registerStats(faq: Command, openStores: OpenFaqStores): void {
  faq
    .command("stats")
    .description("Count for each FAQ entry the threads it was suggested in (hits), and 👍 and 👎 (misses).")
    .argument("[owner/repo]", "only this repository")
    .option("--json", "one JSON array")
    .addOption(dataOption())
    .action(async (name: string | undefined, { json, data }: { readonly json?: boolean; readonly data: string }) => {
      await withStores(data, openStores, async (stores) => {
        const repository = await findServed(stores.records, name);
        const wanted = repository ? [repository] : await stores.records.repositories();
        const rows = (await Promise.all(wanted.map((it) => rowsOf(it, stores)))).flat();
        if (json) printJson(rows);
        else print(toText(rows));
      });
    });
}

async function rowsOf(repository: RepositoryRef, { knowledge, faq }: Stores): Promise<Row[]> {
  const [entries, counts, evidence] = await Promise.all([
    knowledge.faqEntries(repository),
    faq.entryCounts(repository),
    faq.evidence(repository),
  ]);
  const stale = new Map(evidence.map((it) => [it.item, it.stale]));
  const none = { hits: 0, helpful: 0, unhelpful: 0 };
  return entries
    .map(({ item, section }): Row => {
      const { path, anchor, verified } = section;
      return {
        repository: fullName(repository),
        entry: `${path}#${anchor}`,
        question: item.title,
        ...(verified !== undefined && { verified }),
        ...(counts.get(item.id) ?? none),
        stale: stale.get(item.id) ?? [],
      };
    })
    .toSorted((a, b) => b.hits - a.hits || a.entry.localeCompare(b.entry));
}

function toText(rows: readonly Row[]): string {
  if (rows.length === 0) return "No FAQ entries are known.";
  const all = rows.reduce((sum, { hits }) => sum + hits, 0);
  const table = toTable(rows, [
    { title: "hits", of: ({ hits }) => hits },
    { title: "helped", of: ({ helpful }) => helpful },
    { title: "misses", of: ({ unhelpful }) => unhelpful },
    { title: "question", of: ({ question }) => question, mayShrink: true },
    { title: "entry", of: ({ repository, entry }) => `${repository}:${entry}`, mayShrink: true },
    { title: "stale because", of: ({ stale }) => stale.join("; "), mayShrink: true },
  ]);
  return `${table}\n\n${rows.length} entries, ${all} hits.`;
}
