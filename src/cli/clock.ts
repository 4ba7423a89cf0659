import type { Command } from "commander";
import { configPath } from "../config/schema.ts";
import { answer, type ClockOptions } from "./clock/answer.ts";
import { print } from "./terminal/print.ts";
import { repeated } from "./terminal/repeated.ts";

/** `frontdesk clock`: reckons in a calendar of a config; exits 2 for what it cannot read. */
export function register(program: Command): void {
  program
    .command("clock")
    .description("Reckon business time in a calendar of a config: how much passes, or when a target is due.")
    .option("--config <file>", "the config", configPath)
    .option("--calendar <name>", "its calendar; without it the only one, or `default`")
    .option("--from <time>", "when the clock starts: 2026-12-24T09:00:00Z, or with an offset")
    .option("--to <time>", "print the business time until then")
    .option("--target <span>", "print when so much business time has passed: 16h, 1h30m")
    .option("--pause <from>/<to>", "a span that does not count; may be repeated", repeated, [])
    .option("--json", "print seconds or the moment as JSON")
    .action(async (options: ClockOptions) => {
      print(await answer(options));
    });
}
