import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { startDemo, type DemoProcess } from "../demo/demo-process.ts";
import { findBrowser } from "./find-browser.ts";
import { openPage, type PageOptions } from "./open-page.ts";

/** A demo with a browser before it, from the first test on. */
export interface Visit {
  readonly ready: DemoProcess["ready"];
  /** Where screenshots may be left. */
  readonly folder: string;
  /** What went wrong in any page: script errors and what the content policy refused. */
  readonly troubles: string[];
  openPage(options?: PageOptions): Promise<Page>;
  /** A path of the demo's repository. */
  to(rest: string): string;
}

const path = findBrowser();
if (path === undefined) process.stderr.write("Browser tests are skipped: no Chromium here; name one in CHROMIUM.\n");

/** Whether there is a browser; tests that need one stand aside where there is none. */
export const hasBrowser = path !== undefined;

/** Within a `describe`: a demo of its own, which starts before the tests and stops behind them. */
export function visitDemo(): Visit {
  let folder = "";
  let demo: DemoProcess;
  let browser: Browser;
  const troubles: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontdesk-browser-"));
    demo = await startDemo(["--port", "0", "--data", folder]);
    browser = await chromium.launch({ executablePath: path ?? "", args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    get ready() {
      return demo.ready;
    },
    get folder() {
      return folder;
    },
    troubles,
    openPage: (options) => openPage(browser, demo.ready.github, troubles, options),
    to: (rest) => `/${demo.ready.repository}${rest}`,
  };
}
