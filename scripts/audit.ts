import { spawnSync } from "node:child_process";
import { readAudit } from "./supply-chain/audit-report.ts";

// `npm run audit` asks the registry for known vulnerabilities of what the app runs with. Exits 1 when there are any; 0
// where the registry does not answer, and says so, since a mirror or a machine without a network is no vulnerability.

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});
const report = readAudit(stdout);
switch (report.kind) {
  case "clean":
    process.stdout.write(`No known vulnerabilities in ${report.packages} packages that the app runs with.\n`);
    break;
  case "found":
    for (const line of report.lines) process.stderr.write(`${line}\n`);
    process.exitCode = 1;
    break;
  case "unanswered":
    // https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-a-warning-message
    process.stdout.write(
      `${process.env["GITHUB_ACTIONS"] === "true" ? "::warning::" : ""}Vulnerabilities were NOT looked for: ${report.reason}\n`,
    );
}
