import type { RepositoryRef } from "../../../core/discussion.ts";
import type { KnownEntry } from "../../../core/knowledge.ts";
import type { ReadsWithFaq } from "../reads.ts";
import type { Promotion } from "./promotion.ts";

/** The promotion of a thread, with the file that has its entry now. */
export interface KnownPromotion {
  /** With the file that its entry is in: people move entries. One that is still proposed is where its branch has it. */
  readonly promotion: Promotion;
  /** Whether that is another file than our record says. */
  readonly isMoved: boolean;
}

/** Reads it from our records alone; undefined where nobody promoted the thread. */
export async function knownPromotion(
  repository: RepositoryRef,
  number: number,
  { faq, knowledge }: Pick<ReadsWithFaq, "faq" | "knowledge">,
): Promise<KnownPromotion | undefined> {
  const promotion = await faq.findPromotion(repository, number);
  if (promotion === undefined) return undefined;
  if (promotion.state === "proposed") return { promotion, isMoved: false };
  const file = fileNow(promotion, await knowledge.faqEntries(repository));
  return { promotion: { ...promotion, file }, isMoved: file !== promotion.file };
}

/** The file that has the entry of a promotion; the recorded one where no file has it. */
export function fileNow({ number, file }: Promotion, entries: readonly KnownEntry[]): string {
  const paths = entries.flatMap(({ section }) => (section.source === number ? [section.path] : []));
  return paths.includes(file) ? file : (paths[0] ?? file);
}
