import type { Inbox } from "../core/inbox.ts";
import type { Plan } from "../core/plan.ts";
import type { FeatureReads } from "../features/index.ts";
import type { PageReads } from "./gather/reads.ts";

/** What pages are made from: all that features read, and the inbox. A page names what it needs of it. */
export type DashboardReads = FeatureReads &
  PageReads & {
    /** `retry` is the one thing that an operator does here. */
    readonly inbox: Pick<Inbox, "list" | "show" | "counts" | "retry">;
    /** The steps of a plan, one line each. */
    readonly describePlan: (plan: Plan) => readonly string[];
  };
