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
import { plain } from "./terminal/plain.ts";
import { positive } from "./terminal/positive.ts";
import { print, toJson } from "./terminal/print.ts";
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
    .option("--json", "one JSON object a line")
    .addOption(dataOption())
    .action(async (name: string | undefined, options: Options) => {
      await withStores(program, options.data, open, async ({ requests, records }) => {
        const found = await list(requests, await findServed(program, records, name), options);
        for (const it of found) print(options.json ? jsonOf(it) : toText(it));
        if (found.length === 0 && !options.json) print("No feature request waits for anything.");
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

function jsonOf(listed: ListedRequest): string {
  const { repository, request, issue } = listed;
  const { number, title, url, state, since, askedBy, askedAt, isReady, decision, seen } = request;
  const { answered, ...line } = toRequestLine(listed);
  return toJson({
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
  });
}

function toText(listed: ListedRequest): string {
  const { repository, request, issue } = listed;
  const { votes, urgency, answered, waitsOn } = toRequestLine(listed);
  const facts = [
    `${votes} ${votes === 1 ? "vote" : "votes"}`,
    `asked ${request.askedAt.slice(0, 10)}`,
    `urgency ${urgency}`,
    `${answered}/${requestQuestions.length} answered`,
    ...(issue ? [`issue #${issue.number}`] : []),
    ...(request.seen?.milestone ? [`milestone ${plain(request.seen.milestone.title)}`] : []),
    waitsOn === undefined ? "waits on nobody" : `waits on ${waitsOn}`,
  ];
  const head = `${threadName({ repository, number: request.number })}  ${request.state}  ${plain(request.title)}`;
  return `${head}\n  ${facts.join(", ")}`;
}
