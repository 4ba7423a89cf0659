import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { dayMs } from "../core/clock.ts";
import { fileWords } from "./known-errors.ts";
import { print, printFile, writeErr } from "./terminal/print.ts";
import { spanProblem, toTime } from "./terminal/time-options.ts";

interface OfficeHoursOptions {
  readonly config: string;
  readonly from: Date;
  readonly to?: Date;
  readonly json?: boolean;
  readonly ics?: boolean;
  /** `acme/widgets` */
  readonly repository?: string;
}

/** How many days are listed where no end is stated. */
const usualDays = 28;

/**
 * `frontdesk office-hours`: lists the sessions of a config, without a server. Exits 0; 2 where the config is refused, with
 * line and column, or cannot be read.
 */
export function register(program: Command): void {
  program
    .command("office-hours")
    .description("List the sessions in a config: office hours and meetings about requests.")
    .option("--config <file>", "the config", ".github/frontdesk.yml")
    .option("--from <time>", "from this time on, such as 2026-03-01 or 2026-03-01T09:00Z (default: now)", toTime)
    .option("--to <time>", `until this time (default: ${usualDays} days later)`, toTime)
    .option("--json", "print one JSON object")
    .option("--ics", "print an iCalendar file")
    .option("--repository <owner/name>", "where slots are booked, for the iCalendar file", toRepository)
    .action(async ({ from = new Date(), ...options }: Omit<OfficeHoursOptions, "from"> & { readonly from?: Date }) => {
      process.exitCode = await officeHours(
        { ...options, from },
        { print, printFile, warn: (text) => writeErr(`${text}\n`) },
      );
    });
}

/** Where it is printed: lines, a file as it is, and what is no result. */
interface Output {
  readonly print: (line: string) => void;
  readonly printFile: (text: string) => void;
  readonly warn: (line: string) => void;
}

/** The same with where it is printed as argument; answers the exit code. */
export async function officeHours(
  { config: file, from, json = false, ics = false, ...options }: OfficeHoursOptions,
  output: Output,
): Promise<number> {
  const { warn } = output;
  const to = options.to ?? new Date(from.getTime() + usualDays * dayMs);
  const refused = json && ics ? "either --json or --ics" : spanProblem({ from, to });
  if (refused !== undefined) return fail(refused, warn);
  const { loadSessions } = await import("./office-hours/load-sessions.ts");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return fail(`${file} cannot be read: ${fileWords(error)}`, warn);
  }
  const read = await loadSessions(file, text);
  if ("refused" in read) return fail(read.refused.join("\n"), warn);
  const { listSessions } = await import("./office-hours/list-sessions.ts");
  const listed = listSessions(read.rules, { from, to });
  for (const it of [...read.problems, ...listed.warnings]) warn(it);
  if (ics) {
    const { writeCalendar } = await import("./office-hours/write-calendar.ts");
    const { repository } = options;
    output.printFile(writeCalendar(read.rules, { from, to }, { repository, now: new Date() }));
  } else output.print(json ? listed.json : listed.text);
  return 0;
}

function fail(problem: string, warn: (line: string) => void): number {
  warn(problem);
  return 2;
}

function toRepository(text: string): string {
  if (/^[\w.-]{1,100}\/[\w.-]{1,100}$/u.test(text)) return text;
  throw new InvalidArgumentError("It must be owner and name, such as acme/widgets.");
}
