import { Option, type Command } from "commander";
import { requestQuestions, requestStates, type RequestState } from "../features/feature-requests/feature-request.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { RecordReads } from "../core/record-reads.ts";
import { fullName, threadName } from "../core/repository-name.ts";
import type { ListedRequest, RequestReads } from "../features/feature-requests/store/request-records.ts";
import {
  orderRequests,
  orders,
  toRequestLine,
  type RequestOrder,
} from "../features/feature-requests/order-requests.ts";
import { positive } from "./terminal/positive.ts";
import { print, printJson } from "./terminal/print.ts";
import { toTable, type Column } from "./terminal/table.ts";
import { dataOption, findServed, withStores, type OpenStores } from "./with-stores.ts";

interface Stores {
  readonly requests: Pick<RequestReads, "requests">;
  readonly records: Pick<RecordReads, "repositories">;
}

interface Options {
  readonly by: RequestOrder;
  readonly state?: RequestState;
  readonly all?: boolean;
  readonly limit: number;
  readonly json?: boolean;
  readonly data: string;
}

/** Read before they are ordered: more than any project has open. */
const maxRead = 100_000;

/** `frontdesk requests`: what waits for a decision or for work, and on whom it waits. */
export function register(program: Command, open: OpenStores<Stores>): void {
  program
    .command("requests")
    .description("List feature requests that wait for something, with votes, age, urgency and what they wait on.")
    .argument("[owner/repo]", "only this repository")
    .addOption(new Option("--by <order>", "what comes first").choices(orders).default("votes"))
    .addOption(new Option("--state <state>", "only those in this state").choices(requestStates))
    .option("--all", "also those for which nothing more is to come")
    .option("--limit <n>", "at most so many", positive, 50)
    .option("--json", "one JSON array")
    .addOption(dataOption())
    .action(async (name: string | undefined, options: Options) => {
      await withStores(options.data, open, async ({ requests, records }) => {
        const found = await list(requests, await findServed(records, name), options);
        if (options.json) return printJson(found.map(toData));
        print(found.length === 0 ? "No feature request waits for anything." : toTable(found, columns));
      });
    });
}

async function list(
  requests: Stores["requests"],
  repository: RepositoryRef | undefined,
  { by, state, all, limit }: Options,
): Promise<readonly ListedRequest[]> {
  const found = await requests.requests({
    ...(repository && { repository }),
    ...(state && { states: [state] }),
    limit: maxRead,
  });
  const wanted = all || state ? found : found.filter((it) => toRequestLine(it).waitsOn !== undefined);
  return orderRequests(wanted, by).slice(0, limit);
}

function toData(listed: ListedRequest): object {
  const { repository, request, issue } = listed;
  const { number, title, url, state, since, askedBy, askedAt, isReady, decision, seen } = request;
  const { answered, ...line } = toRequestLine(listed);
  return {
    repository: fullName(repository),
    number,
    title,
    url,
    state,
    since,
    askedBy,
    askedAt,
    ...line,
    answered: `${answered}/${requestQuestions.length}`,
    isReady,
    issue: issue?.number,
    milestone: seen?.milestone?.title,
    due: seen?.milestone?.due,
    decision,
  };
}

const columns: readonly Column<ListedRequest>[] = [
  { title: "request", of: ({ repository, request: { number } }) => threadName({ repository, number }) },
  { title: "state", of: ({ request }) => request.state },
  { title: "votes", of: (it) => toRequestLine(it).votes },
  { title: "asked", of: ({ request }) => request.askedAt.slice(0, 10) },
  { title: "urgency", of: (it) => toRequestLine(it).urgency },
  { title: "answers", of: (it) => `${toRequestLine(it).answered}/${requestQuestions.length}` },
  { title: "issue", of: ({ issue }) => issue && `#${issue.number}` },
  { title: "milestone", of: ({ request }) => request.seen?.milestone?.title, mayShrink: true },
  { title: "waits on", of: (it) => toRequestLine(it).waitsOn ?? "nobody", mayShrink: true },
  { title: "title", of: ({ request }) => request.title, mayShrink: true },
];
