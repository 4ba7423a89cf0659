import type { Reads } from "../../core/ports.ts";
import type { RequestReads } from "./store/request-records.ts";

/** What feature requests read: beside what everybody may, their own records. */
export interface ReadsWithRequests extends Reads {
  readonly requests: RequestReads;
}
