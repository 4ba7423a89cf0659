import type { Command } from "commander";
import type { RepositoryRef } from "../core/discussion.ts";
import type { Inbox } from "../core/inbox.ts";
import { urlOf } from "../dashboard/gather/gather-thread.ts";
import { describePlan } from "../pipeline/perform.ts";
import { CommandError } from "./command-error.ts";
import { gatherExplanation, toData, type ExplainReads, type Explanation } from "./explain/explanation.ts";
import { inWords } from "./explain/in-words.ts";
import { readAddress } from "./explain/read-address.ts";
import { print, printJson, writeErr } from "./terminal/print.ts";
import { dataOption, findServed, withStores, type OpenStores } from "./with-stores.ts";

type Stores = Omit<ExplainReads, "inbox" | "describePlan"> & { readonly inbox: Inbox };

/** `frontdesk explain`: why Frontdesk did what it did in a discussion, or was silent, by its own records. GitHub is not asked. */
export function register(program: Command, open: OpenStores<Stores>): void {
  program
    .command("explain")
    .description(
      "Tell from the records why Frontdesk did what it did in a discussion, or was silent: what was considered and scored, its clocks, whom it waits on, what came, and what was planned and done.",
    )
    .argument("<discussion>", "its address, also of a comment in it, or owner/repo#12")
    .option("--json", "one JSON object, with all of it")
    .addOption(dataOption())
    .action(async (text: string, { data, json }: { readonly data: string; readonly json?: boolean }) => {
      const address = readAddress(text);
      if ("problem" in address) throw new CommandError(address.problem);
      await withStores(data, open, async (stores) => {
        const repository = await findServed(stores.records, address.repository);
        const reads = { ...stores, describePlan };
        const found = await gatherExplanation(repository, address.number, { reads, now: new Date() });
        if (!found) throw unknown(repository, address.number);
        if (isElsewhere(found, address.host)) {
          writeErr(`Note: what is on record is of ${String(found.view && urlOf(found.view))}.\n`);
        }
        if (json) printJson(toData(found));
        else print(inWords(found));
      });
    });
}

function unknown({ owner, name }: RepositoryRef, number: number): CommandError {
  return new CommandError(
    `Nothing is on record of ${owner}/${name}#${number}. Is it a discussion, and not an issue? frontdesk backfill tells whether the history is read; frontdesk doctor, whether webhooks arrive.`,
  );
}

/** The same name on another GitHub: whoever copied the address may mean another discussion. */
function isElsewhere({ view }: Explanation, host: string | undefined): boolean {
  const url = view && urlOf(view);
  return host !== undefined && url !== undefined && URL.canParse(url) && new URL(url).host !== host;
}
