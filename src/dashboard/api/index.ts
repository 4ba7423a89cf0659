import type { DashboardReads } from "../dashboard-reads.ts";
import type { ApiEndpoint } from "./endpoint.ts";
import { search } from "./found.ts";
import { listMeasures, report, threadsBehindMeasure } from "./measured.ts";
import { listFaq, listRequests, listSessions } from "./records.ts";
import { getThread, listAllThreads } from "./threads.ts";
import { waiting } from "./waiting.ts";

/** Every question about a repository that programs can ask, in the order of the description. */
export const endpoints: readonly ApiEndpoint<DashboardReads>[] = [
  report,
  listMeasures,
  threadsBehindMeasure,
  waiting,
  listAllThreads,
  getThread,
  listFaq,
  listRequests,
  listSessions,
  search,
];
