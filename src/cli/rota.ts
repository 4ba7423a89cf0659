import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { dayMs } from "../core/clock.ts";
import { fileWords } from "./known-errors.ts";
import { print, writeErr } from "./terminal/print.ts";
import { spanProblem, toTime } from "./terminal/time-options.ts";

interface RotaOptions {
  readonly config: string;
  readonly from: Date;
  readonly to?: Date;
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** How many days are listed where no end is stated. */
const usualDays = 28;

/**
 * `frontdesk rota`: lists who is on call when, and warns of gaps. Exits 0; with `--strict` 1 where there is a gap; 2
 * where the config is refused, with line and column, or cannot be read.
 */
export function register(program: Command): void {
  program
    .command("rota")
    .description("List the shifts of the rota in a config, and warn of gaps.")
    .option("--config <file>", "the config", ".github/frontdesk.yml")
    .option("--from <time>", "from this time on, such as 2026-03-01 or 2026-03-01T09:00Z (default: now)", toTime)
    .option("--to <time>", `until this time (default: ${usualDays} days later)`, toTime)
    .option("--json", "print one JSON object: shifts and gaps")
    .option("--strict", "exit 1 where there is a gap")
    .action(async ({ from = new Date(), ...options }: Omit<RotaOptions, "from"> & { readonly from?: Date }) => {
      process.exitCode = await rota({ ...options, from }, print, (text) => writeErr(`${text}\n`));
    });
}

/** The same with where lines go as arguments; answers the exit code. */
export async function rota(
  { config: file, from, json = false, strict = false, ...options }: RotaOptions,
  print: (line: string) => void,
  warn: (line: string) => void,
): Promise<number> {
  const to = options.to ?? new Date(from.getTime() + usualDays * dayMs);
  const refused = spanProblem({ from, to });
  if (refused !== undefined) return fail(refused, warn);
  const { loadRota } = await import("./rota/load-rota.ts");
  const { listRota } = await import("./rota/list-rota.ts");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return fail(`${file} cannot be read: ${fileWords(error)}`, warn);
  }
  const read = await loadRota(file, text);
  if ("refused" in read) return fail(read.refused.join("\n"), warn);
  const listed = listRota(read.loaded, { from, to });
  for (const it of [...read.loaded.problems, ...listed.warnings]) warn(it);
  print(json ? listed.json : listed.text);
  return strict && listed.hasGaps ? 1 : 0;
}

function fail(problem: string, warn: (line: string) => void): number {
  warn(problem);
  return 2;
}
