import { afterEach, describe, expect, it } from "vitest";
import {
  addIssueComment,
  closeIssue,
  createLabel,
  createMilestone,
  deleteIssue,
  editIssue,
  editIssueComment,
  openIssue,
  type Issue,
  type Label,
} from "local-github-server/world";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
afterEach(() => desk.close());

const title = "Frobnicator overheats when the flange is calibrated";
const words = "The frobnicator overheats as soon as the flange calibration starts.";

function label(name: string): Label {
  const { repository, github } = desk;
  return (
    repository.labels.find((it) => it.name === name) ??
    createLabel(github.world, desk.person("mia"), repository, { name, color: "d73a4a" })
  );
}

/** Somebody reports it, and it is called a bug, in a desk that is open. */
async function reported(name = "bug"): Promise<Issue> {
  const { world } = desk.github;
  const issue = openIssue(world, desk.person("sam"), desk.repository, { title, body: words });
  editIssue(world, desk.person("mia"), issue, { labels: [label(name)] });
  await desk.settle();
  return issue;
}

/** What the bot says to somebody who has the same trouble. */
async function askedAbout(): Promise<string> {
  const question = desk.ask("The frobnicator overheats during flange calibration", `${words} What can I do?`);
  await desk.settle();
  return desk.botComments(question)[0]?.body ?? "silence";
}

describe("a known bug", () => {
  it("is what the next one who meets it is told of", async () => {
    desk = await openDesk();
    const issue = await reported();
    const said = await askedAbout();
    expect(said).toContain(`/acme/widgets/issues/${issue.number}>`);
    expect(said).toContain("(known bug, open)");
  });

  it("is told of as what became of it: fixed, and in which version", async () => {
    desk = await openDesk();
    const issue = await reported();
    expect(await askedAbout()).toContain("(known bug, open)");
    const { world } = desk.github;
    const milestone = createMilestone(world, desk.person("mia"), desk.repository, { title: "v2.4" });
    editIssue(world, desk.person("mia"), issue, { milestone });
    closeIssue(world, desk.person("mia"), issue);
    await desk.settle();
    expect(await askedAbout()).toContain("(known bug, fixed in v2.4)");
  });

  it("is told of with the words the project has for it now", async () => {
    desk = await openDesk();
    const issue = await reported();
    const { world } = desk.github;
    const comment = addIssueComment(world, desk.person("hana"), issue, "Lower the flange pressure to 9 bar.");
    editIssueComment(
      world,
      desk.person("hana"),
      comment,
      "Lower the flange pressure to 3 bar, calibration works then.",
    );
    await desk.settle();
    const question = desk.ask(
      "Which flange pressure in bar does calibration need?",
      "Frobnicator and flange pressure.",
    );
    await desk.settle();
    const said = desk.botComments(question)[0]?.body ?? "silence";
    expect(said).toContain("3 bar");
    expect(said).not.toContain("9 bar");
  });

  it("is not told of once it is a duplicate, will stay, was deleted, or turns out to be about the docs", async () => {
    // Four that say the same stand out less than one.
    desk = await openDesk({ files: { ".github/frontdesk.yml": "related-answers:\n  threshold: 0.4\n" } });
    const issues = [await reported(), await reported(), await reported(), await reported()];
    expect(await askedAbout()).toContain("(known bug, open)");
    const { world } = desk.github;
    const mia = desk.person("mia");
    const happens: readonly ((issue: Issue) => unknown)[] = [
      (issue) => closeIssue(world, mia, issue, "DUPLICATE"),
      (issue) => closeIssue(world, mia, issue, "NOT_PLANNED"),
      (issue) => deleteIssue(world, mia, issue),
      (issue) => editIssue(world, mia, issue, { labels: [label("documentation")] }),
    ];
    for (const [index, issue] of issues.entries()) happens[index]?.(issue);
    await desk.settle();
    expect(await askedAbout()).toBe("silence");
  });

  it("from before the installation is learnt, among those that changed last", async () => {
    const old = "The gyrotron emits a purple smell";
    desk = await openDesk({
      files: { ".github/frontdesk.yml": "issues:\n  limit: 60\n" },
      before(world, repository) {
        const mia = world.all("User").find(({ login }) => login === "mia");
        if (!mia) throw new Error("mia is not there");
        const bug = createLabel(world, mia, repository, { name: "bug", color: "d73a4a" });
        openIssue(world, mia, repository, { title: old, body: "Purple gyrotron smell.", labels: [bug] });
        // The world's clock has whole seconds, and equals are in the order they were made.
        world.attach({ now: () => new Date(Date.now() + 60_000) });
        for (let i = 0; i < 59; i++) openIssue(world, mia, repository, { title: `Matter ${i}`, labels: [bug] });
        openIssue(world, mia, repository, { title, body: words, labels: [bug] });
      },
    });
    expect(await askedAbout()).toContain("/issues/61>");
    const question = desk.ask(old, "Why does the gyrotron emit a purple smell?");
    await desk.settle();
    expect(desk.botComments(question)).toEqual([]);
    expect(desk.github.ledger.count({ operation: "RecentIssues" })).toBeGreaterThanOrEqual(2);
  });
});

describe("issues that we may not read", () => {
  it("leave everything else as it is, and the operator is told", async () => {
    desk = await openDesk({
      before(world, repository) {
        // What is public may be read by anybody.
        repository.isPrivate = true;
        for (const app of world.all("App")) {
          const { issues: _, ...permissions } = app.permissions;
          app.permissions = permissions;
        }
      },
    });
    const question = desk.ask("How can I change the log level to debug?");
    await desk.settle();
    expect(desk.botComments(question)[0]?.body).toContain("docs/logging.md#change-the-log-level");
    // No try would change it: it is recorded as refused, and no dead letter.
    expect(await desk.givenUp()).toBe(0);
    expect(desk.logLines.join("")).toContain('lacks the permission \\"issues: read\\"');
  });
});

describe("a feature request", () => {
  it("is told of as one, with the reason when it was declined", async () => {
    desk = await openDesk();
    const issue = await reported("enhancement");
    expect(await askedAbout()).toContain("(feature request, open)");
    const { world } = desk.github;
    addIssueComment(
      world,
      desk.person("hana"),
      issue,
      "The frobnicator must not calibrate the flange: that is the job of the gasket.",
    );
    closeIssue(world, desk.person("mia"), issue, "NOT_PLANNED");
    await desk.settle();
    const said = await askedAbout();
    expect(said).toContain("(feature request, declined)");
    expect(said).toContain("that is the job of the gasket");
  });

  it("is what the config says, from the push that says so", async () => {
    desk = await openDesk();
    await reported("wish");
    expect(await askedAbout()).toContain("(issue, open)");
    await desk.push({ ".github/frontdesk.yml": "issues:\n  feature-labels: [wish]\n" });
    await desk.settle();
    expect(await askedAbout()).toContain("(feature request, open)");
    await desk.push({ ".github/frontdesk.yml": "issues:\n  mode: off\n" });
    await desk.settle();
    expect(await askedAbout()).toBe("silence");
  });
});
