import { afterEach, describe, expect, it } from "vitest";
import {
  checkRunsOf,
  closeIssue,
  commitOnBranch,
  createRef,
  forkRepository,
  openPullRequest,
  rerequestCheckRun,
  type CheckRun,
  type PullRequest,
  type Repository,
} from "local-github-server/world";
import { openDesk, type Desk, type DeskOptions } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const path = ".github/frontdesk.yml";

/** Somebody proposes files, from a branch of the repository or of a fork; `null` deletes one. */
async function propose(
  files: Readonly<Record<string, string | null>>,
  from: Repository = desk.repository,
): Promise<PullRequest> {
  const { world, git } = desk.github;
  const author = desk.person(from === desk.repository ? "mia" : "sam");
  const head = (await git(from).resolve("refs/heads/main")) ?? "";
  const branch = `change-${world.all("PullRequest").length}`;
  await createRef(world, author, from, `refs/heads/${branch}`, head);
  await change(files, branch, head, from);
  const headRepository = from === desk.repository ? {} : { headRepository: from };
  const pull = { title: "Change the config", base: "main", head: branch, ...headRepository };
  const opened = await openPullRequest(world, author, desk.repository, pull);
  await desk.settle();
  return opened;
}

async function change(
  files: Readonly<Record<string, string | null>>,
  branch: string,
  head: string,
  from = desk.repository,
) {
  const entries = Object.entries(files);
  return commitOnBranch(desk.github.world, desk.person(from === desk.repository ? "mia" : "sam"), from, {
    branch,
    expectedHead: head,
    message: "Change it",
    additions: entries.flatMap(([name, text]) => (text === null ? [] : [{ path: name, content: Buffer.from(text) }])),
    deletions: entries.flatMap(([name, text]) => (text === null ? [name] : [])),
  });
}

function checksOf({ headRefOid }: PullRequest): readonly CheckRun[] {
  return desk.github.world.all("CheckRun").filter((it) => it.headSha === headRefOid);
}

/** What the one check says: its conclusion, title, and `file:line:column message` of each annotation. */
function told(pull: PullRequest) {
  const runs = checksOf(pull);
  expect(runs).toHaveLength(1);
  const { conclusion, output } = runs[0] as CheckRun;
  const lines = output.annotations.map((it) => `${it.path}:${it.startLine}:${it.startColumn} ${it.message}`);
  return { conclusion, title: output.title, lines };
}

const quiet = "living-issue:\n  mode: off\n";
const open = async (options: DeskOptions = {}) => (desk = await openDesk(options));

describe("the check of a pull request", () => {
  it("tells each mistake at its line, once, and is good when it is mended", async () => {
    await open({ files: { [path]: quiet } });
    const pull = await propose({ [path]: `${quiet}related-answers:\n  mode: shadwo\n  limits: 2\n` });
    expect(told(pull)).toEqual({
      conclusion: "failure",
      title: "2 mistakes",
      lines: [
        `${path}:4:9 related-answers.mode: must be one of \`live\`, \`shadow\`, \`off\`; did you mean \`shadow\`?`,
        `${path}:5:3 related-answers.limits: there is no such setting; did you mean \`limit\`?`,
      ],
    });
    await change({ [path]: `${quiet}related-answers:\n  mode: shadow\n` }, pull.headRefName, pull.headRefOid);
    await desk.settle();
    expect(told(pull)).toEqual({ conclusion: "success", title: "The config is good", lines: [] });
  });

  it("is there for changes of the config alone", async () => {
    await open();
    expect(checksOf(await propose({ "docs/more.md": "# More\n" }))).toEqual([]);
    expect(told(await propose({ [path]: quiet }))).toMatchObject({ conclusion: "success" });
  });

  it("looks at a fork's commit as well", async () => {
    await open({ files: { [path]: quiet } });
    const fork = await forkRepository(desk.github.world, desk.person("sam"), desk.repository);
    expect(told(await propose({ [path]: "docss: {}\n" }, fork))).toMatchObject({
      conclusion: "failure",
      title: "1 mistake",
    });
  });

  it("tells what only GitHub knows, warnings apart from mistakes", async () => {
    await open({ files: { [path]: quiet } });
    const text = [
      "related-answers: { categories: [qa] }",
      "resolution: { keep-open: keepopen }",
      "on-call: { team: supporters, layers: [{ name: a, start: 2026-01-05, people: [hana, ann, nobody-at-all] }] }",
      "calendars: { a: { timezone: UTC, hours: 24/7, holidays-file: none.ics } }",
      "docs: { include: ['docs/**', 'guide/**'] }",
      "feature-requests: { project: Roadmap, milestone: next-by-due-date }",
      quiet,
    ].join("\n");
    const { conclusion, title, lines } = told(await propose({ [path]: text }));
    expect({ conclusion, title }).toEqual({ conclusion: "failure", title: "4 mistakes, 5 warnings" });
    const said = lines.join("\n");
    for (const part of [
      /:1:33 related-answers\.categories\.0: there is no category `qa`; there are .*`q-a`.*did you mean `q-a`\?/u,
      /:2:\d+ resolution\.keep-open: there is no label `keepopen` here/u,
      /:3:\d+ on-call\.team: the owner of this repository has no team `supporters`/u,
      /:3:\d+ on-call\.layers\.0\.people\.1: `ann` has no triage rights/u,
      /:3:\d+ on-call\.layers\.0\.people\.2: there is no account `nobody-at-all` on GitHub/u,
      /:4:\d+ calendars\.a\.holidays-file: there is no file `none\.ics`/u,
      /:5:\d+ docs\.include\.1: no file at this commit is named by `guide\/\*\*`/u,
      /:6:\d+ feature-requests\.project: there is no open board `Roadmap`/u,
      /:6:\d+ feature-requests\.milestone: no open milestone has a due date/u,
    ]) {
      expect(said).toMatch(part);
    }
  });

  it("of warnings alone is neutral, and made again when somebody asks", async () => {
    await open({ files: { [path]: quiet } });
    const pull = await propose({ [path]: `${quiet}docs:\n  include: ['guide/**']\n` });
    expect(told(pull)).toMatchObject({ conclusion: "neutral", title: "1 warning" });
    const [run] = checkRunsOf(desk.github.world, desk.repository, pull.headRefOid);
    if (run) rerequestCheckRun(desk.github.world, desk.person("mia"), run);
    await desk.settle();
    expect(told(pull).lines).toHaveLength(1);
  });

  it("sends more than fifty annotations in parts, and none twice", async () => {
    await open({ files: { [path]: quiet } });
    const keys = Array.from({ length: 120 }, (_, index) => `zzz${index}: 1`);
    const { lines } = told(await propose({ [path]: keys.join("\n") }));
    expect(new Set(lines)).toHaveLength(120);
    expect(lines).toHaveLength(120);
  });

  it("says that a config is taken away, and warns of one that nobody reads", async () => {
    await open({ files: { [path]: quiet } });
    expect(told(await propose({ [path]: null }))).toMatchObject({
      conclusion: "success",
      title: "The config is taken away",
    });
    expect(told(await propose({ [path]: null, ".github/frontdesk.yaml": quiet }))).toEqual({
      conclusion: "neutral",
      title: "1 warning",
      lines: [`.github/frontdesk.yaml:1:1 I do not read this file: the config is \`${path}\``],
    });
  });

  it("speaks the language and the words of the config in force, not those that are proposed", async () => {
    await open({ files: { [path]: `language: zh-CN\n${quiet}` } });
    const own = `${quiet}words:\n  config-check.title.good: "Buy more"\n`;
    expect(told(await propose({ [path]: own }))).toMatchObject({ conclusion: "success", title: "配置没有问题" });
    const broken = await propose({ [path]: `${quiet}docss: {}\n` });
    expect(told(broken)).toMatchObject({
      title: "1 处错误",
      lines: [expect.stringContaining("there is no such setting")],
    });
    expect(checksOf(broken)[0]?.output.summary).toContain("上一份正确的配置继续有效");
  });

  it("is left out, once and with a trace, where the app may not write checks", async () => {
    await open({ files: { [path]: quiet } });
    await desk.restart(() => {
      const [installation] = desk.github.world.all("Installation");
      if (installation) installation.permissions = { ...installation.permissions, checks: "read" };
    });
    expect(checksOf(await propose({ [path]: "docss: {}\n" }))).toEqual([]);
    expect(await desk.givenUp()).toBe(0);
    expect(desk.logLines.join("")).toContain("checks: write");
  });
});

describe("the issue about a broken config", () => {
  const broken = "related-answers:\n  mode: [\n";
  const issues = () =>
    desk.repository.issues.filter(({ title }) => title.startsWith("The config of Frontdesk is broken"));

  it("is one, links to the lines, changes with the problems, and closes itself", async () => {
    await open({ files: { [path]: quiet } });
    await desk.push({ [path]: `${quiet}docss: {}\n` });
    await desk.settle();
    expect(issues()).toHaveLength(1);
    expect(issues()[0]?.body).toMatch(/\[line 3, column 1\]\(\S+\/blob\/[\da-f]{40}\/\.github\/frontdesk\.yml#L3\)/u);
    expect(issues()[0]?.body).toContain("The last good config stays in force");
    await desk.push({ [path]: broken });
    await desk.settle();
    expect(issues().map(({ closed }) => closed)).toEqual([false]);
    expect(issues()[0]?.body).not.toContain("docss");
    await desk.push({ [path]: quiet });
    await desk.settle();
    expect(issues()).toMatchObject([{ closed: true, body: expect.stringContaining("is good again") }]);
    await desk.push({ [path]: broken });
    await desk.settle();
    expect(issues().map(({ closed }) => closed)).toEqual([true, false]);
  });

  it("that a person closed is opened again by other problems alone", async () => {
    await open({ files: { [path]: broken } });
    const [issue] = issues();
    if (issue) closeIssue(desk.github.world, desk.person("mia"), issue, "COMPLETED");
    await desk.push({ "docs/more.md": "# More\n" });
    await desk.settle();
    expect(issues().map(({ closed }) => closed)).toEqual([true]);
    await desk.push({ [path]: "docss: {}\n" });
    await desk.settle();
    expect(issues().map(({ closed }) => closed)).toEqual([false]);
  });

  it("is in Chinese where the last good config says so", async () => {
    await open({ files: { [path]: `language: zh-CN\n${quiet}` } });
    await desk.push({ [path]: "language: zh-CN\ndocss: {}\n" });
    await desk.settle();
    const [issue] = desk.repository.issues;
    expect(issue?.title).toBe(`Frontdesk 的配置有错误：${path}`);
    expect(issue?.body).toMatch(/- \[第 2 行，第 1 列\]\(\S+#L2\)：/u);
    expect(issue?.body).toContain("在修复之前，上一份正确的配置继续有效");
    await desk.push({ [path]: `language: zh-CN\n${quiet}` });
    await desk.settle();
    expect(issue).toMatchObject({ closed: true, body: expect.stringContaining("起恢复正常，并已生效") as unknown });
  });

  it("names nobody, whatever the config says", async () => {
    await open({ files: { [path]: '"@sam <b>": 1\n"closes #1": 2\n' } });
    expect(issues()[0]?.body).not.toMatch(/(?<!`)@sam|<b>|closes #1/u);
  });

  it("is not made where issues are disabled, and the operator finds why", async () => {
    await open({ files: { [path]: broken }, before: (_, repository) => void (repository.hasIssuesEnabled = false) });
    expect(issues()).toEqual([]);
    expect(await desk.givenUp()).toBe(0);
    expect(desk.logLines.join("")).toMatch(/[Ii]ssues/u);
  });
});
