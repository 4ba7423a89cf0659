import type { DocsCommand } from "./commands.ts";

/**
 * Commands in the docs that no test runs as they stand, and why. Each begins with one of these; all others are run by
 * `run-commands.test.ts`. They are checked all the same: programs, options, scripts, variables and files exist.
 */
export const notRun: readonly (readonly [beginning: string, reason: string])[] = [
  ["npm ci", "wants the registry, and takes the folder that the tests run from; CI begins with it"],
  ["npm test", "is what runs this test; CI runs it"],
  ["npm start", "runs until it is stopped; test/cli/start and test/browser/setup.test.ts start it"],
  ["METRICS_PORT=9464 npm start", "runs until it is stopped; test/metrics starts it so"],
  ["npm run demo", "runs until it is stopped; test/demo and the walk through the tutorial start it"],
  ["frontdesk explain ", "wants a thread of the reader's; test/scenarios/explain.test.ts explains one"],
  ["npm run test:", "takes minutes; CI runs it"],
  ["npm run check", "takes a minute; CI runs it"],
  ["npm run format", "writes into the checkout; `npm run check` holds it to that"],
  ["npm run generate", "writes into the checkout; `npm run check` holds it to that"],
  ["npm run fuzz", "takes as long as it is told; test/fuzz runs each reader"],
  ["npm run bench", "takes minutes; its parts are tested in test/bench"],
  ["npm run chaos", "takes minutes; test/chaos runs seeds and boundaries"],
  ["npm run screenshots", "writes into the checkout; test/browser/tutorial walks the same steps"],
  ["node evaluation/sets/make.ts", "wants clones of other projects"],
  ["git clone", "wants GitHub"],
  ["sudo ", "wants a machine with systemd, and its root"],
  ["systemctl ", "wants a machine with systemd"],
  ["journalctl ", "wants a machine with systemd"],
  ["docker ", "wants Docker and its registry; test/guards/examples.test.ts reads the files"],
  ["podman ", "wants Podman and a registry; test/guards/container.test.ts reads the file"],
  ["sqlite3 ", "another program; test/scenarios/privacy takes and restores such a backup"],
  ["pg_dump ", "another program and a server; test/scenarios/privacy takes and restores such a backup"],
  ["pg_restore ", "another program and a server; test/scenarios/privacy takes and restores such a backup"],
  ["rm -f /var/lib/frontdesk/", "deletes what an operator has"],
  ["cp /backups/", "writes over what an operator has"],
  ["curl ", "asks a server that the reader has"],
  ["hf download", "downloads a model"],
  ["ONNXRUNTIME_NODE_INSTALL=skip npm install", "wants the registry"],
  ["frontdesk index-docs . --json | jq", "wants jq; test/cli/index-docs.test.ts reads the same lines"],
  ["frontdesk check-config --json | jq", "wants jq; test/cli/each-command.test.ts reads the same"],
  [
    "frontdesk backtest --from-export threads.json --docs docs --json | jq",
    "wants jq; test/cli/backtest.test.ts reads it",
  ],
  ["frontdesk explain acme/widgets#12 --json | jq", "wants jq; test/cli/each-command.test.ts reads the same"],
  ["frontdesk shadow --json | jq", "wants jq; test/cli/each-command.test.ts reads the same"],
  ["frontdesk faq list --file docs/FAQ.md --json | jq", "wants jq; test/cli/each-command.test.ts reads the same"],
  [
    "GITHUB_TOKEN=$(gh auth token) frontdesk",
    "wants gh, and whom it signed in; the same runs with a token that is given",
  ],
  ["source <(", "changes the reader's own shell; test/cli/completion.test.ts completes by the script"],
  ["frontdesk doctor", "wants the keys of an app; test/doctor and test/scenarios run it with some"],
  ["frontdesk start", "runs until it is stopped; test/cli/start starts it"],
  ["PORT=8080 DATA_FOLDER=", "runs until it is stopped; test/cli/start starts it"],
  ["frontdesk demo", "runs until it is stopped; test/fresh-clone starts it from the package"],
  ["cat my-config.yml |", "is another program before ours; test/cli/commands.test.ts reads standard input"],
  ["export ", "sets what the next command takes"],
  ["CHAT_WEBHOOK_URL=", "is a line of an environment file; test/config reads it"],
  ["DATABASE_URL=postgres://… frontdesk", "wants a server; test/storage/transfer.test.ts moves to one and back"],
  ["npm run frontdesk -- doctor", "wants the keys of an app; test/doctor and test/scenarios run it with some"],
];

/** Pages of which no command is run, and why. */
const pagesNotRun: Readonly<Record<string, string>> = {
  "docs/reference/cli.md": "is made of the commands' own declarations; test/cli/each-command.test.ts runs each of them",
};

/** Why a command is not run; undefined: it is. */
export function whyNotRun({ page, text }: DocsCommand): string | undefined {
  return pagesNotRun[page] ?? notRun.find(([beginning]) => text.startsWith(beginning))?.[1];
}
