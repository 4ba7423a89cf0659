import type { Command } from "commander";
import { verdictOf, type Finding } from "../doctor/finding.ts";
import { exitCodes } from "./exit-codes.ts";
import { plain } from "./terminal/plain.ts";
import { print, printJson } from "./terminal/print.ts";

/** Looks at everything by these environment variables. */
export type Diagnose = (variables: Readonly<Record<string, string | undefined>>) => Promise<readonly Finding[]>;

/** `frontdesk doctor`: whether the app can work, and what to do where it cannot. Exits 1 when there is a problem. */
export function register(program: Command, diagnose: Diagnose): void {
  program
    .command("doctor")
    .description(
      "Look whether everything is in order: settings, key, permissions, webhooks, clock, database, queue, limits, disk. Changes nothing; may run while the app runs, and while it does not.",
    )
    .option("--json", "print the findings as JSON")
    .option("--strict", "exit 1 for warnings, too")
    .action(async (options: { readonly json?: boolean; readonly strict?: boolean }) => {
      const findings = await diagnose(process.env);
      const verdict = verdictOf(findings);
      if (options.json) printJson({ verdict, findings });
      else printFindings(findings);
      const isBad = verdict === "problem" || (options.strict === true && verdict === "warning");
      if (isBad) process.exitCode = exitCodes.failed;
    });
}

function printFindings(findings: readonly Finding[]): void {
  for (const { check, verdict, says, fix } of findings) {
    print(`${verdict.padEnd(7)}  ${check.padEnd(11)}  ${plain(says)}`);
    if (fix !== undefined) print(`${" ".repeat(22)}→ ${plain(fix)}`);
  }
  const count = (verdict: Finding["verdict"]) => findings.filter((it) => it.verdict === verdict).length;
  print(`\n${count("problem")} problems, ${count("warning")} warnings, ${count("ok")} in order.`);
}
