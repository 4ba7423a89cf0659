import type { Command } from "commander";
import type { InitOptions } from "./init/options.ts";
import { apiUrlOption } from "./terminal/api-url-option.ts";
import { writeErr, writeOut } from "./terminal/print.ts";
import { repeated } from "./terminal/repeated.ts";

/** `frontdesk init`: the first config and category forms of a checkout, made as the onboarding pull request makes them. */
export function register(program: Command): void {
  program
    .command("init")
    .description(
      "Write the first .github/frontdesk.yml and category forms from what is found in a checkout; asks on a terminal. With owner/repo and a token in FRONTDESK_TOKEN or GITHUB_TOKEN, categories, labels, milestones and boards are read from GitHub.",
    )
    .argument("[owner/repo]", "read its categories, labels, milestones and boards")
    .option("--folder <folder>", "the checkout", ".")
    .option("--docs <folder>", "a folder of docs in it; may be repeated", repeated)
    .option("--faq <file>", "the FAQ file; made when it is missing")
    .option("--questions <slug>", "a category for questions; may be repeated", repeated)
    .option("--ideas <slug>", "a category for ideas; may be repeated", repeated)
    .option("--yes", "take what was found and ask nothing")
    .option("--force", "write the config anew where there is one")
    .option("--print", "print the files and write nothing")
    .addOption(apiUrlOption())
    .action(async (repository: string | undefined, options: Omit<InitOptions, "repository">) => {
      const { runInit } = await import("./init/run-init.ts");
      const { createAsker } = await import("./init/ask.ts");
      const { stdin, stderr } = process;
      const isAsked = options.yes !== true && stdin.isTTY && stderr.isTTY;
      process.exitCode = await runInit(
        { ...options, repository },
        {
          env: process.env,
          clock: () => new Date(),
          out: writeOut,
          err: writeErr,
          // Questions are no result: what is printed can go into a file.
          ...(isAsked && { asker: createAsker(stdin, stderr) }),
        },
      );
    });
}
