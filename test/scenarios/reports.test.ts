import { closeIssue } from "local-github-server/world";
import { afterEach, describe, expect, it } from "vitest";
import { openDesk, type Desk, type DeskOptions } from "../helpers/open-desk.ts";
import { githubFinds } from "../helpers/github-finds.ts";
import { withStores } from "../helpers/with-stores.ts";
import { all, readSvg } from "../charts/read-svg.ts";

const hour = 3_600_000;
const day = 24 * hour;
const path = ".github/frontdesk.yml";

/** A Monday. */
const startAt = new Date("2026-11-16T09:00:00Z");

let desk: Desk;
afterEach(() => desk.close());

async function open(config: string, over: Partial<DeskOptions> = {}): Promise<void> {
  desk = await openDesk({ startAt, files: { [path]: `living-issue: { mode: off }\nreports:\n${config}` }, ...over });
  await desk.settle();
}

/** Some people ask, and after an hour each is answered. */
async function askAndAnswer(count: number): Promise<void> {
  const asked = Array.from({ length: count }, (_, index) => desk.ask(`Question ${index}: what about @ann and #1?`));
  await desk.advance(hour);
  for (const it of asked) desk.comment(it, "Like this.", "hana");
  await desk.settle();
}

const issues = () => desk.repository.issues.filter(({ title }) => title.startsWith("Support of"));
const discussions = () => desk.repository.discussions.filter(({ title }) => title.startsWith("Support of"));
const record = () => withStores(desk, ({ reports }, repository) => reports.findReports(repository));

async function onBranch(name = "frontdesk-reports") {
  const git = desk.github.git(desk.repository);
  const head = await git.resolve(`refs/heads/${name}`);
  if (head === undefined) return undefined;
  const files = (await git.tree(head)).map((it) => it.path);
  return { files, read: async (file: string) => (await git.readBlob(`${head}:${file}`)).toString() };
}

describe("a report after each week", () => {
  it("is written once, with its charts on their branch, and edited in place a week later", async () => {
    await open("  every: week\n");
    await askAndAnswer(6);
    expect(issues()).toEqual([]);
    await desk.advance(7 * day);
    const [issue] = issues();
    expect(issue?.title).toBe("Support of acme/widgets, 16 Nov 2026 to 22 Nov 2026");
    expect(issue?.body).toContain("| Time to first response | median 1 h, p90 1 h (n = 6)");
    expect(githubFinds(issue?.body ?? "")).toEqual([]);

    // However often the clock calls.
    const before = issue?.body;
    await desk.advance(hour);
    await desk.advance(day);
    expect(issues().map(({ body }) => body)).toEqual([before]);

    await askAndAnswer(5);
    if (issue) issue.body = `Ours: read this.\n\n${issue.body}`;
    await desk.advance(7 * day);
    expect(issues()).toHaveLength(1);
    expect(issue?.title).toBe("Support of acme/widgets, 23 Nov 2026 to 29 Nov 2026");
    expect(issue?.body).toMatch(/^Ours: read this\./u);
    expect(issue?.body).toContain("(n = 5)");

    const branch = await onBranch();
    const shown = [...(issue?.body.matchAll(/blob\/frontdesk-reports\/([^?]+)\?raw=true/gu) ?? [])].map(
      ([, it = ""]) => it,
    );
    expect(shown.length).toBeGreaterThan(3);
    expect(branch?.files).toEqual(["2026-11-30", "README.md"]);
    for (const file of shown) expect(all(readSvg((await branch?.read(file)) ?? ""), "title").length).toBeGreaterThan(1);

    // Whoever kept the address of an earlier chart finds it there.
    await askAndAnswer(1);
    await desk.advance(7 * day);
    expect((await onBranch())?.files).toEqual(["2026-11-30", "2026-12-07", "README.md"]);
  });

  it("stands in a discussion of its own each time, where that is wanted, and is no question", async () => {
    await open("  every: week\n  where: discussion\n  category: general\n  each-time: new\n  charts: off\n");
    await askAndAnswer(2);
    await desk.advance(7 * day);
    await askAndAnswer(1);
    await desk.advance(7 * day);
    expect(
      discussions()
        .map(({ title, category }) => `${category.slug}: ${title}`)
        .sort(),
    ).toEqual([
      "general: Support of acme/widgets, 16 Nov 2026 to 22 Nov 2026",
      "general: Support of acme/widgets, 23 Nov 2026 to 29 Nov 2026",
    ]);
    expect(discussions().flatMap((it) => it.comments)).toEqual([]);
    expect(discussions()[1]?.body).toContain("| Discussions opened | 1 |");
    expect(await onBranch()).toBeUndefined();
  });

  it("is left alone where a person closed it, and begins when the config says so", async () => {
    await open("  every: never\n");
    await askAndAnswer(1);
    await desk.advance(7 * day);
    expect(issues()).toEqual([]);
    await desk.push({ [path]: "living-issue: { mode: off }\nreports: { every: week, charts: off }\n" });
    await desk.settle();
    const [issue] = issues();
    expect(issue?.title).toContain("16 Nov 2026 to 22 Nov 2026");
    if (issue) closeIssue(desk.github.world, desk.person("mia"), issue);
    await askAndAnswer(1);
    await desk.advance(7 * day);
    expect(issues().map(({ title }) => title)).toEqual([issue?.title]);
    expect(issue?.title).toContain("16 Nov 2026");
  });

  it("is written without charts where the branch is somebody else's, and says so to the operator", async () => {
    await open("  every: week\n  branch: theirs\n");
    const git = desk.github.git(desk.repository);
    await git.importFiles("theirs", [{ path: "work.md", content: "Mine.\n" }], {
      message: "Mine\n",
      author: { name: "Mia", email: "mia@example.com", date: desk.github.world.timestamp() },
    });
    const theirs = await git.resolve("refs/heads/theirs");
    await askAndAnswer(1);
    await desk.advance(7 * day);
    await askAndAnswer(1);
    await desk.advance(7 * day);
    expect(issues()).toHaveLength(1);
    expect(issues()[0]?.body).not.toContain("<picture>");
    expect(await git.resolve("refs/heads/theirs")).toBe(theirs);
    expect((await record())?.withoutCharts).toContain(
      "was made by somebody else; delete it, or name another in reports.branch",
    );
    expect(desk.logLines.join("\n")).toContain("reports.branch");
    expect(await desk.givenUp()).toBe(0);
  });
});

it("leaves a trace where GitHub refuses a report, and tries again a day later", async () => {
  await open("  every: week\n  where: discussion\n  category: nowhere\n  charts: off\n");
  await askAndAnswer(1);
  await desk.advance(7 * day);
  expect(await record()).toMatchObject({ refusal: expect.stringContaining("there is no category nowhere") });
  await desk.push({
    [path]:
      "living-issue: { mode: off }\nreports: { every: week, where: discussion, category: general, charts: off }\n",
  });
  await desk.advance(2 * day);
  expect(discussions()).toHaveLength(1);
  expect(await record()).toMatchObject({ in: { where: "discussion" } });
  expect(await record()).not.toHaveProperty("refusal");
});
