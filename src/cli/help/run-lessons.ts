import type { Lessons } from "./lesson.ts";

/** Of the commands that make Frontdesk run. */
export const runLessons: Lessons = {
  demo: {
    summary: "try everything on this machine, with a GitHub of its own",
    group: "run",
    examples: [
      ["frontdesk demo", "a project with a past at http://127.0.0.1:4400, and Frontdesk beside it; Ctrl+C ends it"],
      ["frontdesk demo --docs ./docs --fresh", "the same with your docs, from the beginning"],
    ],
    exits: { done: "it was stopped", wrongUse: "an option is wrong, or a part of the demo is not installed" },
    json: "`{ github, app, dashboard, repository, tokens }` when it is ready, on one line",
    page: "docs/operating/one-machine.md",
  },
  start: {
    summary: "run the app",
    group: "run",
    examples: [
      ["frontdesk start", "without credentials it serves a page that creates the GitHub App; with them it works"],
      ["PORT=8080 DATA_FOLDER=/var/lib/frontdesk frontdesk start", "settings are environment variables"],
      ["frontdesk start --role worker", "one of several processes on one PostgreSQL server"],
    ],
    exits: {
      done: "it was stopped in order",
      failed: "a bug, or a stop that did not come to its end in time",
      wrongUse: "a setting is missing or malformed",
    },
    page: "docs/operating/one-machine.md",
  },
  init: {
    summary: "write the first config and category forms of a checkout",
    group: "run",
    examples: [
      ["frontdesk init", "asks, on a terminal"],
      ["frontdesk init --yes", "takes what it finds"],
      ["frontdesk init --docs handbook --questions help --ideas wishes --print", "prints the files and writes nothing"],
    ],
    exits: { failed: "somebody said no", wrongUse: "something is wrong with what it was told" },
    page: "docs/how-to/onboarding.md#the-same-by-hand-frontdesk-init",
  },
  action: {
    summary: "handle the event of a GitHub Actions workflow, and end",
    group: "run",
    examples: [["frontdesk action", "what action.yml runs: a workflow sets all that it needs"]],
    exits: { failed: "a part could not be done; the summary of the run says which", wrongUse: "not run by a workflow" },
    page: "docs/how-to/actions.md",
  },
  doctor: {
    summary: "look whether everything is in order",
    group: "run",
    examples: [
      ["frontdesk doctor", "with the app's user and variables: what is in order, what is not, what to do"],
      ["frontdesk doctor --strict && systemctl restart frontdesk", "only where there is no warning either"],
    ],
    exits: { failed: "there is a problem; with --strict also for a warning" },
    json: "`{ verdict, findings: [{ check, verdict, says, fix }] }`",
    page: "docs/operating/monitoring.md#doctor",
  },
  "check-config": {
    summary: "check a config file",
    group: "run",
    examples: [
      ["frontdesk check-config", "the one of this checkout, .github/frontdesk.yml"],
      ["frontdesk check-config --json | jq .config", "all settings in force, with their defaults"],
    ],
    exits: { failed: "something is wrong in the file" },
    json: "`{ config }` in force, or `{ problems: [{ path, line, column, message }] }`",
    page: "docs/reference/configuration.md",
  },
  completion: {
    summary: "complete commands in your shell",
    group: "run",
    examples: [
      ["source <(frontdesk completion bash)", "in ~/.bashrc"],
      ["source <(frontdesk completion zsh)", "in ~/.zshrc"],
      ["frontdesk completion fish > ~/.config/fish/completions/frontdesk.fish", "once"],
    ],
    page: "docs/operating/one-machine.md#the-command-line",
  },
};
