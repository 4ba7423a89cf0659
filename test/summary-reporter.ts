import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one plain line that any tool can read: `N passed, N failed`. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((it) => [...it.children.allTests()].map((test) => test.result().state));
    const count = (state: string) => states.filter((it) => it === state).length;
    const broken = modules.filter((it) => it.state() === "failed" && it.errors().length > 0).length;
    const skipped = count("skipped") > 0 ? `, ${count("skipped")} skipped` : "";
    // Behind the summary of the default reporter.
    process.on("exit", () => {
      process.stdout.write(`${count("passed")} passed, ${count("failed") + broken} failed${skipped}\n`);
    });
  }
}
