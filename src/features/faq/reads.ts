import type { Reads } from "../../core/reads.ts";
import type { FaqReads } from "./store/faq-records.ts";

/** What the FAQ reads: beside what everybody may, its own records. */
export interface ReadsWithFaq extends Reads {
  readonly faq: FaqReads;
}
