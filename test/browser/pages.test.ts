import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { numberOf } from "../demo/number-of.ts";
import { Person } from "../demo/person.ts";
import { hasBrowser, visitDemo } from "./visit-demo.ts";

/** Of the demo: somebody has answered it, and nobody has marked that. */
const unmarked = "Can one service listen on two ports?";
const unanswered = "How do you fill the database of a preview environment?";
const answered = "CI builds everything from scratch although my laptop has a cache";
const issue = "`millrace logs --since` ignores time zones with half hours";
const pull = "Say which files a build sees";

describe.skipIf(!hasBrowser)("the pages in a browser", () => {
  const visit = visitDemo();
  const discussion = async (title: string): Promise<string> =>
    visit.to(`/discussions/${await numberOf(visit.ready, "discussions", title)}`);

  it("let a person ask by the category's form and see the answer arrive by itself", async () => {
    const page = await visit.openPage();
    await page.goto(visit.to("/discussions/new?category=q-a"));
    await page.getByLabel("Act as").selectOption("priya-raman");
    await page.getByLabel("Title").fill("How do I share the build cache with CI?");
    await page.getByLabel("What do you want to do?").fill("Every run builds everything. Can they use one cache?");
    await page.getByLabel("I searched the docs").check();
    await page.getByRole("button", { name: "Start discussion as priya-raman" }).click();

    const answer = page.getByRole("article", { name: "frontdesk commented" });
    await answer.waitFor();
    expect(await answer.getByRole("link", { name: /Share the cache in a team/u }).count()).toBe(1);
    expect(await page.getByRole("article", { name: "priya-raman asked" }).innerText()).toContain("Before asking");
    await answer.getByRole("link", { name: /Share the cache in a team/u }).click();
    await page.getByRole("heading", { name: "Share the cache in a team" }).waitFor();
    expect(new URL(page.url()).hash).toBe("#share-the-cache-in-a-team");
  });

  it("leave alone what somebody is writing while the thread goes on", async () => {
    const { github, repository, tokens } = visit.ready;
    const asker = new Person(github, repository, tokens.asker);
    const number = await asker.ask("Two at once", "Plimf.", "general");
    const page = await visit.openPage({ as: "jonas-weber" });
    await page.goto(visit.to(`/discussions/${number}`));
    await page.getByLabel("Comment as jonas-weber").fill("Half a sent");
    await asker.comment(number, "Something new.");
    await page.getByRole("article", { name: "priya-raman commented" }).waitFor();
    expect(await page.getByLabel("Comment as jonas-weber").inputValue()).toBe("Half a sent");
  });

  it("let a helper mark an answer and take the mark away", async () => {
    const page = await visit.openPage({ as: "jonas-weber" });
    await page.goto(await discussion(unmarked));
    await page.getByRole("button", { name: "Mark as answer" }).click();
    await page.getByText("Answered by carlos-ibanez").waitFor();
    await page.getByRole("button", { name: "Unmark as answer" }).click();
    await page.getByText("Unanswered", { exact: true }).waitFor();
  });

  it("let a maintainer merge a pull request, which then is in the files", async () => {
    const page = await visit.openPage({ as: "mirela-popa" });
    await page.goto(visit.to(`/pull/${await numberOf(visit.ready, "pullRequests", pull)}`));
    expect(await page.getByLabel("Changes").innerText()).toContain("+## Which files does a build see?");
    await page.getByRole("button", { name: "Merge pull request" }).click();
    await page.getByText("Merged by mirela-popa").waitFor();
    await page.goto(visit.to("/blob/main/docs/caching.md"));
    await page.getByRole("heading", { name: "Which files does a build see?" }).waitFor();
  });

  it("offer a stranger no buttons that would be refused", async () => {
    const page = await visit.openPage({ as: "dan-okoro" });
    await page.goto(await discussion(unmarked));
    expect(await page.getByRole("button", { name: "Mark as answer" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Lock" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Comment" }).count()).toBe(1);
  });

  it("work without scripts", async () => {
    const page = await visit.openPage({ scripts: false });
    await page.goto(await discussion(unanswered));
    await page.getByLabel("Act as").selectOption("yuki-tanabe");
    await page.getByRole("button", { name: "Switch" }).click();
    await page.getByLabel("Comment as yuki-tanabe").fill("We keep a **seed file** now.");
    await page.getByRole("button", { name: "Comment" }).click();
    const comment = page.getByRole("article", { name: "yuki-tanabe commented" });
    expect(await comment.innerText()).toContain("We keep a seed file now.");
  });

  it("run nothing of what people write", async () => {
    const { github, repository, tokens } = visit.ready;
    const attack =
      '<script>document.title="owned"</script><img src=x onerror=\'document.title="owned"\'> [x](javascript:alert(1))';
    const number = await new Person(github, repository, tokens.stranger).ask("Attack <b>", attack, "general");
    const before = visit.troubles.length;
    const page = await visit.openPage();
    await page.goto(visit.to(`/discussions/${number}`));
    await page.waitForLoadState("networkidle");
    expect(await page.title()).toContain("Attack <b>");
    expect(await page.locator(".markdown script, [onerror], [href^='javascript:']").count()).toBe(0);
    // The broken image is the one thing the browser complains of.
    visit.troubles.length = before;
  });

  it.each([
    ["front", async () => ""],
    ["discussions", async () => "/discussions"],
    ["discussion", async () => `/discussions/${await numberOf(visit.ready, "discussions", answered)}`],
    ["page", async () => "/blob/main/docs/permissions.md"],
    ["issue", async () => `/issues/${await numberOf(visit.ready, "issues", issue)}`],
    ["pull", async () => `/pull/${await numberOf(visit.ready, "pullRequests", pull)}`],
    ["milestones", async () => "/milestones"],
  ])("fit the %s on a narrow screen, with one main heading", async (name, rest) => {
    const page = await visit.openPage({ width: 380 });
    await page.goto(visit.to(await rest()));
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(380);
    expect(await page.locator("h1").count()).toBe(1);
    await page.screenshot({ path: join(visit.folder, `narrow-${name}.png`), fullPage: true });
  });

  it("caused no errors in the browser", () => {
    expect(visit.troubles).toEqual([]);
  });
});
