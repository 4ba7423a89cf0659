import type { FaqEditor } from "./faq-editor.ts";
import type { Finder, SectionSplitter } from "./finder.ts";
import type { GitHubReads } from "./github-reads.ts";
import type { KnowledgeReads } from "./knowledge-reads.ts";
import type { RecordReads } from "./record-reads.ts";
import type { Retention } from "./retention.ts";

/** All that every `gather` may use: reading, and nothing else. Those of some features read stores of their own beside. */
export interface Reads {
  readonly github: GitHubReads;
  readonly finder: Finder;
  readonly splitter: SectionSplitter;
  readonly editor: FaqEditor;
  readonly knowledge: KnowledgeReads;
  readonly records: RecordReads;
  /** How long what is kept; as usual when missing. */
  readonly retention?: Retention;
  /** Whether repositories without a config are asked for one, and silent until then; they are not when missing. */
  readonly isOnboarding?: boolean;
  /** Where people reach this server, without a slash at the end; missing where the operator has not told. */
  readonly publicUrl?: string;
}
