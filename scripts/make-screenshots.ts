import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Locator, type Page } from "playwright-core";
import { findBrowser } from "../test/browser/find-browser.ts";
import { openPage } from "../test/browser/open-page.ts";
import { walkTutorial } from "../test/browser/tutorial/walk-tutorial.ts";
import { startDemo } from "../test/demo/demo-process.ts";
import { shrinkPng } from "./screenshots/shrink-png.ts";

// Makes the pictures of docs/tutorial: a demo of its own is started, its steps are walked, and each picture is taken
// where the test of the tutorial looks. `node scripts/make-screenshots.ts`; it takes about a minute and wants Chromium.

/** Pixels: as wide as GitHub shows a picture in a Markdown file. */
const width = 880;
const margin = 16;

const pictures = fileURLToPath(new URL("../docs/tutorial/pictures/", import.meta.url));
const browser = await chromium.launch({ executablePath: findBrowser() ?? "", args: ["--no-sandbox"] });
const data = await mkdtemp(join(tmpdir(), "frontdesk-screenshots-"));
// Its own port stands in no picture; addresses in the pull request do.
const demo = await startDemo(["--port", "4400", "--data", data]);
try {
  await mkdir(pictures, { recursive: true });
  const { github, dashboard, repository } = demo.ready;
  const page = await openPage(browser, github, [], { width });
  await walkTutorial({
    page,
    dashboard,
    repository,
    look: async (picture, until, from) => {
      const png = shrinkPng(await take(page, until, from));
      await writeFile(join(pictures, `${picture}.png`), png);
      process.stdout.write(`${picture}.png ${Math.ceil(png.length / 1000)} kB\n`);
    },
  });
} finally {
  await browser.close();
  await demo.stop();
  await rm(data, { recursive: true, force: true });
}

/** The page from one thing to another, in its whole width. */
async function take(page: Page, until: Locator, from: Locator): Promise<Buffer> {
  // A field that blinks would show by chance.
  await page.evaluate("document.activeElement?.blur()");
  await page.evaluate("window.scrollTo(0, 0)");
  const first = await from.boundingBox();
  const last = await until.boundingBox();
  if (first === null || last === null) throw new Error("what the picture is of cannot be seen");
  const top = Math.max(0, first.y - margin);
  return page.screenshot({
    fullPage: true,
    clip: { x: 0, y: top, width, height: last.y + last.height + margin / 2 - top },
  });
}
