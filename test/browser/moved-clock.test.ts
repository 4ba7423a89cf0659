import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { Person } from "../demo/person.ts";
import { moveClock } from "./move-clock.ts";
import { hasBrowser, visitDemo } from "./visit-demo.ts";

/** A question of the demo that its rules find urgent: an hour for its first response. */
const urgent = "Nothing can be deployed: no build can pull its base image";

/** Of the demo's calendar; the page of the clock knows weekends alone. */
const holiday = /^\d+-(?:01-01|05-01|12-2[456])/u;

/** The time that the page of the clock shows, in milliseconds. */
async function shownTime(page: Page): Promise<number> {
  return Date.parse((await page.locator(".clock-face time").getAttribute("datetime")) ?? "");
}

describe.skipIf(!hasBrowser)("a visitor who moves the clock", () => {
  const visit = visitDemo();

  it("sees the time at the top of each page, and comes to the clock by it", async () => {
    const page = await visit.openPage();
    await page.goto(`/${visit.ready.repository}/discussions`);
    await page.getByRole("navigation", { name: "Server" }).getByRole("link", { name: "UTC" }).click();
    await page.getByRole("heading", { name: "The clock" }).waitFor();
    const before = await shownTime(page);
    await moveClock(page, "1 hour");
    expect(await shownTime(page)).toBeGreaterThanOrEqual(before + 3_600_000);
    await page.getByText("1 hour ahead of this machine").waitFor();
  });

  it("is told in the thread what to expect, and sees its priority as a label", async () => {
    const { github, repository, tokens } = visit.ready;
    const number = await new Person(github, repository, tokens.asker).ask(
      "Nothing can be deployed: how can the whole team share one build cache?",
      "Everybody builds the same things again, and the machine is full. Can the cache live in a bucket?",
    );
    const page = await visit.openPage();
    await page.goto(`/${repository}/discussions/${number}`);
    const comment = page.getByRole("article", { name: "frontdesk commented" });
    await comment.getByText("What happens next:").waitFor();
    expect(await comment.innerText()).toMatch(/We aim at a first reply by .+ UTC/u);
    await page.getByRole("complementary").getByText("p1: nothing works").waitFor();
  });

  it("finds who waits on whom in one issue, with what is in each list", async () => {
    const page = await visit.openPage();
    await page.goto(`/${visit.ready.repository}/issues`);
    await page.getByRole("link", { name: "Support: who waits on whom" }).click();
    const issue = page.getByRole("article", { name: "frontdesk opened" });
    for (const list of ["Waiting on us", "Waiting on the asker", "Awaiting a decision"]) {
      await issue.getByRole("heading", { name: list }).waitFor();
    }
    await issue.getByRole("link", { name: urgent }).first().waitFor();
  });

  it("sees a thread fall due, be called for and be overdue as the time comes", { timeout: 180_000 }, async () => {
    const page = await visit.openPage();
    // Into the hours of the demo's calendar, whatever day it is.
    do await moveClock(page, "Next working day");
    while (holiday.test(new Date(await shownTime(page)).toISOString()));
    const { github, repository, tokens } = visit.ready;
    const title = "Nothing can be deployed since noon";
    const number = await new Person(github, repository, tokens.asker).ask(title, "Every deployment ends with `plimf`.");
    await page.goto(`/${repository}/discussions/${number}`);
    await page.getByRole("complementary").getByText("p1: nothing works").waitFor();
    await moveClock(page, "1 hour");

    const happened = page.getByRole("listitem").filter({ hasText: title });
    await happened.getByText("added the label “due soon”").waitFor();
    await moveClock(page, "15 minutes");
    await happened.filter({ hasText: "added the label “overdue”" }).getByRole("link").click();
    await page.getByRole("complementary").getByText("overdue").waitFor();
    const call = page.getByRole("article", { name: "frontdesk commented" }).filter({ hasText: "waits for the team" });
    expect(await call.innerText()).toMatch(/@(?:jonas-weber|mirela-popa), this question waits for the team/u);

    await moveClock(page, "15 minutes");
    await page.goto(`/${repository}/issues`);
    await page.getByRole("link", { name: "Support: who waits on whom" }).click();
    await page.getByRole("listitem").filter({ hasText: title }).filter({ hasText: "overdue since" }).waitFor();
  });

  it("finds the page to fit a narrow screen, with one main heading", async () => {
    const page = await visit.openPage({ width: 380 });
    await page.goto("/-/clock");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(380);
    expect(await page.locator("h1").count()).toBe(1);
  });

  it("caused no errors in the browser", () => {
    expect(visit.troubles).toEqual([]);
  });
});
