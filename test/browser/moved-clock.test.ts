import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemo, type DemoProcess } from "../demo/demo-process.ts";
import { Person } from "../demo/person.ts";
import { findBrowser } from "./find-browser.ts";

const path = findBrowser();

let folder = "";
let demo: DemoProcess;
let browser: Browser;
const troubles: string[] = [];

async function openPage(width = 1200): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.ready.github, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => troubles.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  return page;
}

/** Moves the clock by a button of its page, and waits until all that fell due is done. */
async function move(page: Page, by: string): Promise<void> {
  await page.goto("/-/clock");
  await page.getByRole("button", { name: by }).click();
  await page.getByRole("heading", { name: "What happened between" }).waitFor();
  await page.getByRole("button", { name: by }).waitFor({ timeout: 60_000 });
}

/** The time that the page of the clock shows, in milliseconds. */
async function shownTime(page: Page): Promise<number> {
  return Date.parse((await page.locator(".clock-face time").getAttribute("datetime")) ?? "");
}

describe.skipIf(path === undefined)("a visitor who moves the clock", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontdesk-clock-"));
    demo = await startDemo(["--port", "0", "--data", folder]);
    browser = await chromium.launch({ executablePath: path ?? "", args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("sees the time at the top of each page, and comes to the clock by it", async () => {
    const page = await openPage();
    await page.goto(`/${demo.ready.repository}/discussions`);
    await page.getByRole("navigation", { name: "Server" }).getByRole("link", { name: "UTC" }).click();
    await page.getByRole("heading", { name: "The clock" }).waitFor();
    const before = await shownTime(page);
    await move(page, "1 hour");
    expect(await shownTime(page)).toBeGreaterThanOrEqual(before + 3_600_000);
    await page.getByText("1 hour ahead of this machine").waitFor();
  });

  it("is told in the thread what to expect, and sees its priority as a label", async () => {
    const { github, repository, tokens } = demo.ready;
    const number = await new Person(github, repository, tokens.asker).ask(
      "Nothing can be deployed: how can the whole team share one build cache?",
      "Everybody builds the same things again, and the machine is full. Can the cache live in a bucket?",
    );
    const page = await openPage();
    await page.goto(`/${repository}/discussions/${number}`);
    const comment = page.getByRole("article", { name: "frontdesk commented" });
    await comment.getByText("What happens next:").waitFor();
    expect(await comment.innerText()).toMatch(/We aim at a first reply by .+ UTC/u);
    await page.getByRole("complementary").getByText("p1: nothing works").waitFor();
  });

  it("finds the page to fit a narrow screen, with one main heading", async () => {
    const page = await openPage(380);
    await page.goto("/-/clock");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(380);
    expect(await page.locator("h1").count()).toBe(1);
  });

  it("caused no errors in the browser", () => {
    expect(troubles).toEqual([]);
  });
});
