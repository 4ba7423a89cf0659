import { globSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { basename } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";

// It imports its JSON as bundlers allow, and Node does not: https://nodejs.org/api/esm.html#import-attributes
const hooks = registerHooks({
  load: (url, context, next) =>
    next(
      url,
      /@actions\/workflow-parser\/.*\.json$/u.test(url) ? { ...context, importAttributes: { type: "json" } } : context,
    ),
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");
hooks.deregister();

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly uses?: string;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What GitHub itself finds wrong with a workflow. */
async function faultsOf(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

/** What makes a workflow dangerous: https://docs.github.com/en/actions/reference/security/secure-use */
function dangersOf(content: string): string[] {
  const { on, permissions, jobs } = load(content) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  const used = [...steps, ...Object.values(jobs)].flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  const granted = permissions === undefined ? ["nothing said"] : Object.entries(permissions);
  return [
    ...Object.keys(on)
      .filter((it) => /^(?:pull_request_target|workflow_run)$/u.test(it))
      .map((it) => `${it} runs what strangers write, with rights`),
    ...(permissions === undefined ? ["says not at the top what it may do"] : []),
    ...(granted.some((it) => Array.isArray(it) && it[0] === "id-token") ? ["may be taken for us in each job"] : []),
    ...used
      .filter((it) => !it.startsWith("./") && !/@[0-9a-f]{40}$/u.test(it))
      .map((it) => `${it} is whatever its owner makes of it`),
    // The version in the comment is what people, and Dependabot, read.
    ...[...content.matchAll(/uses: \S+@[0-9a-f]{40}\b(?! # v\d+\.\d+\.\d+$).*$/gmu)].map(
      ([it]) => `${it} is of no version`,
    ),
    ...steps.filter(({ run }) => run?.includes("${{")).map(({ run }) => `${run} is put together of what others write`),
  ];
}

describe.each(globSync(".github/workflows/*.yml"))("%s", (file) => {
  const content = readFileSync(file, "utf8");

  it("is a workflow that GitHub takes", async () => {
    expect(await faultsOf(basename(file), content)).toEqual([]);
  });

  it("gives nobody more than they need", () => {
    expect(dangersOf(content)).toEqual([]);
  });

  it("runs only scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    const named = [content, ...globSync(".ci/*").map((it) => readFileSync(it, "utf8"))].flatMap((it) =>
      [...it.matchAll(/\bnpm run (?:--silent )?(?<name>[\w:-]+)/gu)].map(({ groups }) => groups?.["name"] ?? ""),
    );
    expect(named.filter((it) => !(it in scripts))).toEqual([]);
  });
});

describe("a workflow that is wrong", () => {
  const job = (step: string) =>
    `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;

  it.each([
    ["an event that there is not", job("run: x").replace("push", "pushed")],
    ["a key that there is not", job("runs: x")],
    ["a permission that there is not", job("run: x").replace("{}", "{ content: read }")],
    ["an expression that is broken", job("run: x\n        if: github.ref ==")],
  ])("is found by %s", async (_, content) => {
    expect(await faultsOf("x.yml", content)).not.toEqual([]);
  });

  it.each([
    [job("run: x").replace("push", "{ pull_request_target: {} }"), "pull_request_target runs"],
    [job("run: x").replace("permissions: {}\n", ""), "says not at the top"],
    [job("run: x").replace("{}", "{ id-token: write }"), "may be taken for us"],
    [job("uses: actions/checkout@v7"), "actions/checkout@v7 is whatever"],
    [job(`uses: actions/checkout@${"a".repeat(40)}`), "is of no version"],
    [job('run: echo "${{ github.event.issue.title }}"'), "is put together of"],
  ])("is dangerous: %j", (content, words) => {
    expect(dangersOf(content)).toEqual([expect.stringContaining(words)]);
  });
});
