import type { Command } from "commander";
import type { RepositoryRef } from "../core/discussion.ts";
import { fullName } from "../core/repository-name.ts";
import type { Feed } from "../features/calendar-feed/feed.ts";
import { feedFile } from "../features/calendar-feed/file-of-feed.ts";
import type { FeedReads } from "../features/calendar-feed/store/feed-records.ts";
import { calendarAddress } from "../session-calendar/calendar-address.ts";
import { withSavedCredentials } from "../setup/credentials-file.ts";
import { calendarKey } from "../web/calendar-key.ts";
import { CommandError } from "./command-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { print, printJson } from "./terminal/print.ts";
import { plain } from "./terminal/plain.ts";
import { dataOption, findServed, withStores, type OpenStores } from "./with-stores.ts";

interface Stores {
  readonly records: { repositories(): Promise<readonly RepositoryRef[]> };
  readonly feeds: FeedReads;
}

/** What of the environment addresses are made from. */
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * `frontdesk calendar`: the addresses of a repository's calendar, the secret one too, and how it fares on its branch. Exits 2
 * where the repository is unknown, 1 where it has no calendar.
 */
export function register(program: Command, open: OpenStores<Stores>, variables: Variables = process.env): void {
  program
    .command("calendar")
    .description("Tell the addresses of a repository's calendar, the secret one too.")
    .requiredOption("--repository <owner/name>", "the repository")
    .option("--json", "print one JSON object")
    .addOption(dataOption())
    .action(async ({ repository: name, data, json }: { repository: string; data: string; json?: boolean }) => {
      await withStores(data, open, async ({ records, feeds }) => {
        const repository = await findServed(records, name);
        const feed = repository && (await feeds.findFeed(repository));
        if (!repository || feed?.state !== "on") {
          throw new CommandError(
            `${name} has no calendar: its config has no sessions, or calendar-feed.mode is off.`,
            exitCodes.failed,
          );
        }
        const sessions = await feeds.publishedSessions(repository);
        const addresses = addressesOf(repository, feed, withSavedCredentials({ ...variables, DATA_FOLDER: data }));
        if (json)
          return printJson({
            repository: fullName(repository),
            ...addresses,
            sessions: sessions.length,
            branch: feed.branch,
          });
        const count = sessions.length === 1 ? "1 session is" : `${sessions.length} sessions are`;
        print(`${fullName(repository)}: ${count} published.`);
        print(linesOf(feed, addresses).join("\n"));
      });
    });
}

interface Addresses {
  readonly public: string;
  /** Missing where the secret is not known that it is made from. */
  readonly secret?: string;
  readonly isWhole: boolean;
}

function addressesOf(repository: RepositoryRef, feed: Feed, variables: Variables): Addresses {
  const { PUBLIC_URL: base = "", WEBHOOK_SECRET: secret = "" } = variables;
  const from = base.replace(/(?<!\/)\/+$/u, "");
  return {
    public: calendarAddress(from, repository),
    ...(secret !== "" && { secret: calendarAddress(from, repository, calendarKey(secret, repository, feed.address)) }),
    isWhole: from !== "",
  };
}

function linesOf({ branch }: Feed, { public: open, secret, isWhole }: Addresses): string[] {
  return [
    `Where the repository is public: ${plain(open)}`,
    secret === undefined
      ? "The secret address is made from WEBHOOK_SECRET, which is not set here."
      : `Secret address, for whoever you give it to: ${plain(secret)}`,
    ...(isWhole ? [] : ["PUBLIC_URL is not set: put the address of this server before these."]),
    ...(branch && !branch.off ? [branchLine(branch)] : []),
  ];
}

function branchLine({ name, wanted, written, at, refusal }: NonNullable<Feed["branch"]>): string {
  const file = `${feedFile} on the branch ${plain(name)}`;
  if (refusal !== undefined) return `${file} could not be written: ${plain(refusal)}`;
  if (at === undefined) return `${file} is to be written within five minutes.`;
  return `${file} was written at ${at}${written === wanted ? "" : ", and is to be written again within five minutes"}.`;
}
