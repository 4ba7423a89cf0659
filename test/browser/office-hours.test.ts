import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemo, type DemoProcess } from "../demo/demo-process.ts";
import { eventually, Person } from "../demo/person.ts";
import { findBrowser } from "./find-browser.ts";
import { openPage } from "./open-page.ts";

const path = findBrowser();

let folder = "";
let demo: DemoProcess;
let browser: Browser;
const troubles: string[] = [];

const to = (rest: string) => `/${demo.ready.repository}${rest}`;

/** Moves the clock by a button of its page, and waits until all that fell due is done. */
async function move(page: Page, by: string): Promise<void> {
  await page.goto("/-/clock");
  await page.getByRole("button", { name: by }).click();
  await page.getByRole("heading", { name: "What happened between" }).waitFor();
  await page.getByRole("button", { name: by }).waitFor({ timeout: 60_000 });
}

/** A discussion as somebody sees it. */
async function seenBy(login: string, number: number): Promise<Page> {
  const page = await openPage(browser, demo.ready.github, troubles, { as: login });
  await page.goto(to(`/discussions/${number}`));
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel(/^Comment as/u).fill(text);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
}

/** The newest place where words can be read. A comment of the bot that was not helpful is folded away. */
function shown(page: Page, words: string | RegExp) {
  return page.getByText(words).filter({ visible: true }).last();
}

/** Words appear by themselves. */
async function told(page: Page, words: string | RegExp): Promise<string> {
  await shown(page, words).waitFor({ timeout: 30_000 });
  return shown(page, words).innerText();
}

describe.skipIf(path === undefined)("office hours in a browser", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontdesk-hours-"));
    demo = await startDemo(["--port", "0", "--data", folder]);
    browser = await chromium.launch({ executablePath: path ?? "", args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("refused, not helped, booked, moved, given back, held, written down, promoted, suggested to the next asker", async () => {
    const { github, repository, tokens } = demo.ready;
    const people = new Person(github, repository, tokens.asker);
    const number = await people.ask(
      "How can the whole team share one build cache in a bucket?",
      "Everybody builds the same things again. Can the cache live in a bucket, so that CI uses it too?",
    );
    const asker = await seenBy("priya-raman", number);
    await told(asker, "Share the cache in a team");
    await say(asker, "/office-hours");
    await told(asker, "/not-helpful");
    await say(asker, "/not-helpful the bucket needs keys that change each hour");
    await say(asker, "/office-hours");
    const first = await told(asker, "a slot is booked for this discussion");
    await say(asker, "/office-hours move");
    await told(asker, "Moved from");
    expect(await told(asker, "a slot is booked for this discussion")).not.toBe(first);

    const host = await seenBy("jonas-weber", number);
    await say(host, "/office-hours cancel");
    await told(host, "The slot was given back.");
    await say(host, "/office-hours");
    await told(host, "a slot is booked for this discussion");

    for (let days = 0; days < 9 && !(await isOver(host, number)); days += 1) await move(host, "1 day");
    await told(host, "please write down what came of it");
    const words = "Keys that change are read by a command: set cache.credentials-command to it.";
    await say(host, `/outcome ${words}\n\n- restart the agents afterwards`);
    await told(host, "Answered by jonas-weber");
    // The comment that is kept up to date is folded away, and says so to whoever unfolds it.
    await eventually(async () => {
      await host.reload();
      return (await host.getByText("What came of the session").count()) > 0 || undefined;
    });

    await say(host, "/promote-faq force");
    const maintainer = await openPage(browser, github, troubles, { as: "mirela-popa" });
    const pull = maintainer.getByRole("link", { name: /one build cache in a bucket/u });
    await eventually(async () => {
      await maintainer.goto(to("/pulls"));
      return (await pull.count()) > 0 || undefined;
    });
    await pull.first().click();
    expect(await maintainer.getByLabel("Changes").innerText()).toContain(`+${words}`);
    await maintainer.getByRole("button", { name: "Merge pull request" }).click();
    await maintainer.getByText("Merged by mirela-popa").waitFor();

    const next = await new Person(github, repository, tokens.stranger).ask(
      "Can the build cache of the whole team live in a bucket whose keys change?",
      "How can everybody share one build cache in a bucket?",
    );
    const other = await seenBy("dan-okoro", next);
    await other
      .getByRole("link", { name: /build cache in a bucket/u })
      .first()
      .waitFor({ timeout: 30_000 });
    expect(troubles).toEqual([]);
  }, 240_000);
});

async function isOver(page: Page, number: number): Promise<boolean> {
  await page.goto(to(`/discussions/${number}`));
  return (await page.getByText("please write down what came of it").filter({ visible: true }).count()) > 0;
}
