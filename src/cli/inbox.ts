import { Option, type Command } from "commander";
import type { InboxEntry, InboxState, Shortfall } from "../core/delivery.ts";
import type { Inbox } from "../core/inbox.ts";
import { describePlan } from "../pipeline/perform.ts";
import { positive } from "./terminal/positive.ts";
import { CommandError } from "./command-error.ts";
import { plain } from "./terminal/plain.ts";
import { print, printJson, toJson } from "./terminal/print.ts";
import { toTable, type Column } from "./terminal/table.ts";
import { dataOption, withStores, type OpenStores } from "./with-stores.ts";

const states: readonly InboxState[] = ["waiting", "running", "done", "dead"];

/** `frontdesk inbox list|show|retry`: what came, what came of it, and dead letters back into the line. */
export function register(program: Command, open: OpenStores<{ readonly inbox: Inbox }>): void {
  const inbox = program.command("inbox").description("Look at deliveries, and retry those that were given up.");
  const use = async (folder: string, act: (inbox: Inbox) => Promise<void>) => {
    await withStores(folder, open, (stores) => act(stores.inbox));
  };

  inbox
    .command("list")
    .description("List deliveries, newest first.")
    .addOption(new Option("--state <state>", "only those in this state").choices(states))
    .option("--dead", "only those that were given up")
    .option("--refused", "only those of which GitHub refused a part")
    .option("--gone", "only those that met something deleted or moved")
    .option("--limit <n>", "at most so many", positive, 50)
    .option("--json", "one JSON array")
    .addOption(dataOption())
    .action(async (options: ListOptions) => {
      await use(options.data, async (inbox) => {
        const filter = filterOf(options);
        const entries = await inbox.list({ ...filter, limit: options.limit });
        if (options.json) return printJson(entries);
        if (entries.length > 0) return print(toTable(entries, columns));
        const wanted = Object.values(filter).join(" and ");
        print(wanted ? `No delivery is ${wanted}.` : "The inbox is empty.");
      });
    });

  inbox
    .command("show")
    .description("Show one delivery: its state, what was planned and done, and its payload.")
    .argument("<id>", "the delivery's id (GitHub's X-GitHub-Delivery for webhooks)")
    .option("--json", "one JSON object")
    .addOption(dataOption())
    .action(async (id: string, options: { data: string; json?: boolean }) => {
      await use(options.data, async (inbox) => {
        const found = await inbox.show(id);
        if (!found) throw notFound(id);
        const { payload, plans, ...entry } = found;
        const stages = Object.entries(plans).map(([stage, { plan, done }]) => ({
          stage,
          steps: plan.actions.length,
          done: done.length,
          lines: describePlan(plan),
        }));
        if (options.json) return printJson({ ...entry, plans: stages, payload });
        print(line(entry));
        for (const { stage, steps, done, lines } of stages) {
          print(`\n${stage}: ${done} of ${steps} steps done`);
          for (const step of lines) print(`  ${plain(step)}`);
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
    .option("--json", "one JSON object")
    .addOption(dataOption())
    .action(async (id: string, options: { data: string; json?: boolean }) => {
      await use(options.data, async (inbox) => {
        if (!(await inbox.retry(id, new Date()))) throw notFound(id, "that was given up");
        if (options.json) return printJson({ id, isBack: true });
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

const columns: readonly Column<InboxEntry>[] = [
  { title: "received", of: ({ receivedAt }) => receivedAt.toISOString().slice(0, 19).replace("T", " ") },
  { title: "id", of: ({ id }) => id },
  { title: "event", of: eventOf },
  { title: "state", of: ({ state, shortfall }) => (shortfall === undefined ? state : `${state} (${shortfall})`) },
  { title: "failed", of: ({ attempts }) => attempts },
  { title: "outcome", of: ({ outcome }) => outcome, mayShrink: true },
];

function eventOf({ name, action }: InboxEntry): string {
  return action === undefined ? name : `${name}.${action}`;
}

function line(entry: InboxEntry): string {
  const { id, state, attempts, receivedAt, outcome, shortfall } = entry;
  const tries = attempts > 0 ? ` after ${attempts} failed tries` : "";
  const how = shortfall === undefined ? state : `${state} (${shortfall})`;
  return `${receivedAt.toISOString()}  ${id}  ${eventOf(entry)}  ${how}${tries}${outcome === undefined ? "" : `  ${plain(outcome)}`}`;
}

function notFound(id: string, which = "with this id"): CommandError {
  return new CommandError(`There is no delivery ${which}: ${plain(id)}. frontdesk inbox list names them.`);
}
