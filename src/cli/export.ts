import { Option, type Command } from "commander";
import { writeErr } from "./terminal/print.ts";

/** `frontdesk export owner/repo`: a repository's discussions as a file, from which reports are made without a server. Exits 2 for what it cannot take, 1 where GitHub refuses, 130 for Ctrl-C. */
export function register(program: Command): void {
  program
    .command("export")
    .description(
      "Read a repository's discussions into a file, for `frontdesk report --from-export`: who wrote when, without the texts. The token is read from FRONTDESK_TOKEN or GITHUB_TOKEN. Stopped, it goes on when it is run again.",
    )
    .argument("<owner/repo>", "the repository")
    .option("--out <file>", "the file", "threads.json")
    .option("--fresh", "read all anew, whatever an earlier run has read")
    .addOption(new Option("--api-url <url>", "GitHub's API").env("GITHUB_API_URL").default("https://api.github.com"))
    .action(async (repository: string, options: { out: string; fresh?: boolean; apiUrl: string }) => {
      const [{ runExport }, { BadInputError }] = await Promise.all([
        import("./export/run-export.ts"),
        import("../evaluation/run/options.ts"),
      ]);
      process.once("SIGINT", () => {
        writeErr("\nStopped. The same command goes on where it was.\n");
        process.exit(130);
      });
      try {
        await runExport({ repository, ...options }, { env: process.env, err: process.stderr, clock: () => new Date() });
      } catch (error) {
        if (!(error instanceof BadInputError)) throw error;
        writeErr(`${error.message}\n`);
        process.exitCode = 2;
      }
    });
}
