import type { RepositoryRef } from "../core/discussion.ts";
import type { Dimension, MeasuredHead } from "../measures/measured-repository.ts";
import type { Report } from "./report.ts";

/** Which threads stand behind a figure. */
export interface BehindQuery {
  /** Name of a measure. */
  readonly measure: string;
  readonly from: Date;
  /** Not part of it. */
  readonly to: Date;
  /** Only threads with this value; only observations of this part. */
  readonly by?: { readonly dimension: Dimension; readonly value: string };
  readonly part?: string;
}

/** A thread with what was observed in it. */
export interface ThreadBehind {
  readonly thread: MeasuredHead;
  /** See `Observation`. */
  readonly value: number;
  readonly business?: number;
  readonly part?: string;
  readonly at: Date;
}

/** Measures a repository that is served, by our own records alone. Repositories that are not known have no threads. */
export interface Measurer {
  report(repository: RepositoryRef, period: { readonly from: Date; readonly to: Date }): Promise<Report>;
  /** Newest first, all of them: whoever shows them pages. */
  threadsBehind(repository: RepositoryRef, query: BehindQuery): Promise<readonly ThreadBehind[]>;
  /** Ends threads and connections. */
  close(): Promise<void>;
}
