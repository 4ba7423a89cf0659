import type { Reads } from "../../core/reads.ts";
import type { ConfigIssueReads } from "./store/config-issue-records.ts";

/** What is read beside what everybody may. */
export interface ReadsWithConfigIssues extends Reads {
  readonly configIssues: ConfigIssueReads;
}
