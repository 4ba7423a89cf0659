import { afterEach, describe, expect, it } from "vitest";
import { addIssueComment, closeIssue, mergePullRequest, openIssue } from "local-github-server/world";
import { openFaqDesk, type FaqDesk } from "../../helpers/faq-desk.ts";

let desk: FaqDesk;
afterEach(() => desk.close());

const gyrotron =
  "# Gyrotron\n\n## Cooling\n\nThe gyrotron is cooled by liquid helium; keep the valve open while it runs.\n";
const faq =
  "# FAQ\n\n## Why does the gyrotron hum?\n\nIt is warm: see [cooling](gyrotron.md#cooling) for the helium valve.\n\n## How do I stop?\n\nRun `widgets stop`.\n";

/** What the review issue says; undefined where there is none. */
function review() {
  return desk.repository.issues.find(({ title }) => title.startsWith("FAQ review"));
}

async function say(body: string, by = "hana"): Promise<{ readonly reactions: string[]; readonly said: string }> {
  const issue = review();
  if (!issue) throw new Error("there is no review issue");
  const comment = addIssueComment(desk.github.world, desk.person(by), issue, body);
  await desk.settle();
  const said = issue.comments.filter(({ author }) => author?.__typename === "Bot").at(-1)?.body ?? "";
  return { reactions: comment.reactions.map(({ content }) => content), said };
}

async function mergeNewest(): Promise<void> {
  const pull = desk.pulls().at(-1);
  if (pull) await mergePullRequest(desk.github.world, desk.person("mia"), pull, {});
  await desk.settle();
}

async function hint(): Promise<string> {
  const question = desk.ask("Why does the gyrotron hum so loudly?", "The gyrotron hums when it is warm.");
  await desk.settle();
  return desk.news(question);
}

describe("an entry whose docs have changed", () => {
  it("is listed and not suggested until it is verified, or taken out", async () => {
    desk = await openFaqDesk({ files: { "docs/FAQ.md": faq, "docs/gyrotron.md": gyrotron } });
    await desk.restart();
    expect(review()).toBeUndefined();
    expect(await hint()).toContain("docs/FAQ.md#why-does-the-gyrotron-hum");

    await desk.push({ "docs/gyrotron.md": "# Gyrotron\n\n## Heating\n\nIt glows.\n" });
    await desk.settle();
    await desk.restart();
    expect(review()?.body).toContain("it links to `docs/gyrotron.md#cooling`, which is not there any more");
    expect(review()?.body).toContain("`/verify docs/FAQ.md#why-does-the-gyrotron-hum`");
    expect(await hint()).not.toContain("docs/FAQ.md#why-does-the-gyrotron-hum");

    const { reactions, said } = await say("/verify why-does-the-gyrotron-hum");
    expect(reactions).toEqual(["EYES", "ROCKET"]);
    expect(said).toContain("I proposed it");
    expect(desk.pulls().at(-1)).toMatchObject({ title: "FAQ: verify Why does the gyrotron hum?" });
    await mergeNewest();
    expect(await desk.file("main")).toMatch(/<!-- frontdesk:faq:verified=\d{4}-\d\d-\d\d -->/u);
    expect(review()?.body).toContain("### Stale entries (0)");
    expect(await hint()).toContain("docs/FAQ.md#why-does-the-gyrotron-hum");

    await say("/retire docs/FAQ.md#why-does-the-gyrotron-hum");
    await mergeNewest();
    expect(await desk.file("main")).toBe("# FAQ\n\n## How do I stop?\n\nRun `widgets stop`.\n");
  });

  it("is suggested with a warning where the config says so", async () => {
    desk = await openFaqDesk({
      files: { "docs/FAQ.md": faq, "docs/gyrotron.md": gyrotron, ".github/frontdesk.yml": "faq:\n  stale: warn\n" },
    });
    await desk.restart();
    await desk.push({ "docs/gyrotron.md": "# Gyrotron\n\n## Heating\n\nIt glows.\n" });
    await desk.settle();
    await desk.restart();
    expect(await hint()).toContain("(FAQ, may be out of date)");
  });
});

describe("the review issue", () => {
  it("is one, edited in place, and a closed one is opened again by news alone", async () => {
    desk = await openFaqDesk({ files: { "docs/FAQ.md": faq, "docs/gyrotron.md": gyrotron } });
    await desk.restart();
    await desk.push({ "docs/gyrotron.md": "# Gyrotron\n" });
    await desk.settle();
    await desk.restart();
    const issue = review();
    if (!issue) throw new Error("there is no review issue");
    closeIssue(desk.github.world, desk.person("mia"), issue);
    await desk.restart();
    expect(issue.closed).toBe(true);
    expect(desk.repository.issues).toHaveLength(1);
    expect(issue.comments).toEqual([]);
  });

  it("offers answers that much speaks for, once, until somebody promotes them", async () => {
    desk = await openFaqDesk({
      files: { ".github/frontdesk.yml": "faq:\n  suggest-after: 2\n  suggest-by: comment\n" },
    });
    const { question } = await desk.answered("Why does the flange squeak?", "Oil it.");
    const link = `See ${desk.github.url}/acme/widgets/discussions/${question.number}.`;
    await desk.answered("The flange makes noises", link);
    await desk.answered("Squeaking all day", link);
    await desk.restart();
    expect(review()?.body).toContain("Why does the flange squeak?");
    expect(review()?.body).toContain("2 other answers link to it");
    expect(desk.news(question)).toContain("**Worth an entry in the FAQ?**");
    await desk.promote(question);
    expect(desk.news(question)).not.toContain("Worth an entry");
    await desk.restart();
    expect(review()?.body).toContain("### Answers worth an entry (0)");
  });

  it("answers commands that cannot be", async () => {
    desk = await openFaqDesk({ files: { "docs/FAQ.md": faq, "docs/gyrotron.md": gyrotron } });
    await desk.restart();
    await desk.push({ "docs/gyrotron.md": "# Gyrotron\n" });
    await desk.settle();
    await desk.restart();
    const other = openIssue(desk.github.world, desk.person("sam"), desk.repository, { title: "It crashes" });
    const elsewhere = addIssueComment(desk.github.world, desk.person("hana"), other, "/verify how-do-i-stop");
    await desk.settle();
    expect(elsewhere.reactions).toEqual([]);
    expect((await say("/verify", "sam")).said).toContain("`/verify` is for people with triage rights.");
    expect((await say("/verify")).said).toContain("Say which entry, by its anchor.");
    const { said } = await say("/retire how-do-i-stpo");
    expect(said).toContain("The nearest are:\n\n- `/retire docs/FAQ.md#how-do-i-stop`");
    expect(desk.pulls()).toEqual([]);
  });
});
