import { Option, type Command } from "commander";
import type { InboxEntry, InboxState, Shortfall } from "../core/delivery.ts";
import type { Inbox } from "../core/inbox.ts";
import { describePlan } from "../pipeline/perform.ts";
import { positive } from "./terminal/positive.ts";
import { plain } from "./terminal/plain.ts";
import { print, toJson } from "./terminal/print.ts";
import { dataOption, withStores, type OpenStores } from "./with-stores.ts";

const states: readonly InboxState[] = ["waiting", "running", "done", "dead"];

/** `frontdesk inbox list|show|retry`: what came, what came of it, and dead letters back into the line. */
export function register(program: Command, open: OpenStores<{ readonly inbox: Inbox }>): void {
  const inbox = program.command("inbox").description("Look at deliveries, and retry those that were given up.");
  const use = async (folder: string, act: (inbox: Inbox) => Promise<void>) => {
    await withStores(program, folder, open, (stores) => act(stores.inbox));
  };

  inbox
    .command("list")
    .description("List deliveries, newest first.")
    .addOption(new Option("--state <state>", "only those in this state").choices(states))
    .option("--dead", "only those that were given up")
    .option("--refused", "only those of which GitHub refused a part")
    .option("--gone", "only those that met something deleted or moved")
    .option("--limit <n>", "at most so many", positive, 50)
    .option("--json", "one JSON object a line")
    .addOption(dataOption())
    .action(async (options: ListOptions) => {
      await use(options.data, async (inbox) => {
        const filter = filterOf(options);
        const entries = await inbox.list({ ...filter, limit: options.limit });
        for (const entry of entries) print(options.json ? toJson(entry) : line(entry));
        if (entries.length > 0 || options.json) return;
        const wanted = Object.values(filter).join(" and ");
        print(wanted ? `No delivery is ${wanted}.` : "The inbox is empty.");
      });
    });

  inbox
    .command("show")
    .description("Show one delivery: its state, what was planned and done, and its payload.")
    .argument("<id>", "the delivery's id (GitHub's X-GitHub-Delivery for webhooks)")
    .addOption(dataOption())
    .action(async (id: string, options: { data: string }) => {
      await use(options.data, async (inbox) => {
        const found = await inbox.show(id);
        if (!found) return fail(program, id);
        const { payload, plans, ...entry } = found;
        print(line(entry));
        for (const [stage, { plan, done }] of Object.entries(plans)) {
          print(`\n${stage}: ${done.length} of ${plan.actions.length} steps done`);
          for (const step of describePlan(plan)) print(`  ${plain(step)}`);
        }
        print(
          `\n${payload === undefined ? "What it said was forgotten, with its repository or a person." : toJson(payload, 2)}`,
        );
      });
    });

  inbox
    .command("retry")
    .description("Put a delivery that was given up back into the line.")
    .argument("<id>", "the delivery's id")
    .addOption(dataOption())
    .action(async (id: string, options: { data: string }) => {
      await use(options.data, async (inbox) => {
        if (!(await inbox.retry(id, new Date()))) return fail(program, id, "that was given up");
        print(`${id} will be tried again.`);
      });
    });
}

interface ListOptions {
  readonly state?: InboxState;
  readonly dead?: boolean;
  readonly refused?: boolean;
  readonly gone?: boolean;
  readonly limit: number;
  readonly json?: boolean;
  readonly data: string;
}

function filterOf({ state, dead, refused, gone }: ListOptions): { state?: InboxState; shortfall?: Shortfall } {
  const shortfall = refused ? "refused" : gone ? "gone" : undefined;
  return { ...(dead ? { state: "dead" } : state && { state }), ...(shortfall && { shortfall }) };
}

function line({ id, name, action, state, attempts, receivedAt, outcome, shortfall }: InboxEntry): string {
  const event = action === undefined ? name : `${name}.${action}`;
  const tries = attempts > 0 ? ` after ${attempts} failed tries` : "";
  const how = shortfall === undefined ? state : `${state} (${shortfall})`;
  return `${receivedAt.toISOString()}  ${id}  ${event}  ${how}${tries}${outcome === undefined ? "" : `  ${plain(outcome)}`}`;
}

function fail(program: Command, id: string, which = "with this id"): void {
  program.error(`There is no delivery ${which}: ${id}`, { exitCode: 2 });
}
