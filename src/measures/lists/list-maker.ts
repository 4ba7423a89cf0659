import type { MeasureContext } from "../measure.ts";
import type { MeasuredThread } from "../measured-thread.ts";

/** Makes a list out of all threads, of which it sees one after the other and keeps as little as it can. */
export interface ListMaker<List> {
  see(thread: MeasuredThread, context: MeasureContext): void;
  list(): List;
}
