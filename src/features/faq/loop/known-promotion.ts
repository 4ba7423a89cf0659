import type { RepositoryRef } from "../../../core/discussion.ts";
import type { KnownEntry } from "../../../core/knowledge.ts";
import type { Reads } from "../../../core/ports.ts";
import type { Promotion } from "../../../core/promotion.ts";

/**
 * What was promoted from a thread, with the file that its entry is in now: people move entries to other files. One that
 * is still proposed is where its branch has it.
 */
export async function knownPromotion(
  repository: RepositoryRef,
  number: number,
  { faq, knowledge }: Pick<Reads, "faq" | "knowledge">,
): Promise<Promotion | undefined> {
  const promotion = await faq.findPromotion(repository, number);
  if (promotion === undefined || promotion.state === "proposed") return promotion;
  return { ...promotion, file: fileNow(promotion, await knowledge.faqEntries(repository)) };
}

/** The file that has a promotion's entry, or had it when none has it. */
export function fileNow({ number, file }: Promotion, entries: readonly KnownEntry[]): string {
  const paths = entries.flatMap(({ section }) => (section.source === number ? [section.path] : []));
  return paths.includes(file) ? file : (paths[0] ?? file);
}
