import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { features } from "../../src/features/index.ts";
import { readRun } from "../../src/cli/action/read-run.ts";
import { webhooks } from "../../src/webhooks/index.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly "runs-on": string }>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = load(readFileSync("action.yml", "utf8")) as Action;
const examples = ["workflow-frontdesk.yml", "workflow-frontdesk-dry-run.yml"];
const docs = readFileSync("docs/how-to/actions.md", "utf8");

/** What GitHub has for each: https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows */
const activities: Readonly<Record<string, readonly string[] | undefined>> = {
  discussion:
    "created edited deleted transferred pinned unpinned labeled unlabeled locked unlocked category_changed answered unanswered".split(
      " ",
    ),
  discussion_comment: ["created", "edited", "deleted"],
  issues:
    "opened edited deleted transferred pinned unpinned closed reopened assigned unassigned labeled unlabeled locked unlocked milestoned demilestoned typed untyped".split(
      " ",
    ),
  issue_comment: ["created", "edited", "deleted"],
  milestone: ["created", "closed", "opened", "edited", "deleted"],
  pull_request:
    "assigned unassigned labeled unlabeled opened edited closed reopened synchronize converted_to_draft locked unlocked ready_for_review review_requested".split(
      " ",
    ),
};
const workflow = (text: string) => load(text) as Workflow;
const shown = /```yaml\n(on:[^]*?)```/u.exec(docs)?.[1] ?? "";

describe.each<readonly [string, string]>([
  ...examples.map((it) => [it, readFileSync(`docs/examples/${it}`, "utf8")] as const),
  ["the start of docs/how-to/actions.md", shown],
])("%s", (_, text) => {
  const { on, permissions, jobs } = workflow(text);

  it("runs on events that GitHub has and we understand", () => {
    const known = [...webhooks.map(({ name }) => name), "schedule", "workflow_dispatch"];
    expect(Object.keys(on).filter((it) => !known.includes(it))).toEqual([]);
    const wrong = Object.entries(on).flatMap(([event, it]) =>
      (it?.types ?? []).filter((type) => activities[event] && !activities[event].includes(type)),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(on)).not.toContain("pull_request_target");
  });

  it("asks for permissions that there are, and gives inputs that action.yml has", () => {
    const levels = Object.entries(permissions).filter(([, level]) => !["read", "write"].includes(level));
    expect(levels).toEqual([]);
    expect(Object.keys(permissions).toSorted()).toEqual(["contents", "discussions", "issues", "pull-requests"]);
    const given = Object.values(jobs).flatMap(({ steps }) => steps.flatMap((it) => Object.keys(it.with ?? {})));
    expect(given.filter((it) => !(it in action.inputs))).toEqual([]);
  });
});

describe("action.yml", () => {
  it("hands every input on by the environment, under a name that is read", () => {
    const entry = action.runs.steps.find(({ run }) => run?.endsWith("action"));
    const names = Object.keys(action.inputs).map((it) => `INPUT_${it.toUpperCase().replaceAll("-", "_")}`);
    expect(
      Object.keys(entry?.env ?? {})
        .filter((it) => it.startsWith("INPUT_"))
        .toSorted(),
    ).toEqual(names.toSorted());
    const reader = readFileSync("src/cli/action/read-run.ts", "utf8");
    expect(names.filter((it) => !reader.includes(`"${it}"`))).toEqual([]);
    expect(readRun).toBeTypeOf("function");
  });

  it("has no expression in any script, and no event's words anywhere", () => {
    for (const { run } of action.runs.steps) expect(run ?? "").not.toContain("${{");
    for (const it of [
      readFileSync("action.yml", "utf8"),
      ...examples.map((name) => readFileSync(`docs/examples/${name}`, "utf8")),
    ]) {
      expect(it).not.toMatch(/\$\{\{[^}]*github\.(?:event|head_ref)/u);
    }
  });

  it("names other actions by whole commit ids, with their versions beside", () => {
    const uses = [...readFileSync("action.yml", "utf8").matchAll(/uses: (.*)$/gmu)].map(([, it]) => it);
    expect(uses.length).toBeGreaterThan(2);
    for (const it of uses) expect(it).toMatch(/^actions\/[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  it("tells outputs that the entry writes", () => {
    const written = readFileSync("src/cli/action.ts", "utf8");
    for (const { value } of Object.values(action.outputs)) {
      const [, name = ""] = /steps\.frontdesk\.outputs\.([\w-]+) \}\}$/u.exec(value) ?? [];
      expect(written).toMatch(new RegExp(`\\b"?${name}"?: `, "u"));
    }
  });
});

it("docs/how-to/actions.md says of each feature whether it works", () => {
  const [, table = ""] = /<!-- checked: features -->([^]*?)<!-- end -->/u.exec(docs) ?? [];
  const rows = [...table.matchAll(/^\| ([\w, -]+?) +\| (yes|no|partly) +\| (.*?) *\|$/gmu)];
  const told = rows.map(([, name = ""]) => name);
  expect(told.slice(0, features.length)).toEqual(features.map(({ name }) => name));
  // What does not work as on a server has its reason.
  expect(rows.filter(([, , works, why]) => works !== "yes" && !why)).toEqual([]);
});
