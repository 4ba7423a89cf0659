import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalGitHub, type LocalGitHub } from "local-github-server";
import { createOrganization, createRepository, createUser, openDiscussion } from "local-github-server/world";
import { chromium, type Browser } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anyFreePort } from "../../demo/free-port.ts";
import { startProcess } from "../cli/start/start-process.ts";
import { findBrowser } from "./find-browser.ts";
import { openPage } from "./open-page.ts";

const browserPath = findBrowser();
const none = { APP_ID: "", PRIVATE_KEY: "", WEBHOOK_SECRET: "" };

describe.skipIf(browserPath === undefined)("whoever starts Frontdesk for the first time", () => {
  let folder: string;
  let github: LocalGitHub;
  let browser: Browser;
  const troubles: string[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "frontdesk-setup-"));
    github = await startLocalGitHub({ folder: join(folder, "github"), app: { slug: "another" } });
    browser = await chromium.launch({ executablePath: browserPath ?? "", args: ["--no-sandbox"] });
  });
  afterEach(async () => {
    await browser.close();
    await github.close();
    await rm(folder, { recursive: true });
  });

  it(
    "registers the app in the browser, installs it, and sees a question answered",
    { timeout: 120_000 },
    async (test) => {
      const { world } = github;
      const [mia, ann] = [createUser(world, "mia"), createUser(world, "ann")];
      const acme = createOrganization(world, "acme", { owners: [mia] });
      const repository = createRepository(world, acme, "widgets", { collaborators: { mia: "admin", ann: "read" } });
      const files = [
        {
          path: "docs/logs.md",
          content: "# Logs\n\n## The log level\n\nSet `--log-level debug` to see more in the log.\n",
        },
        { path: ".github/frontdesk.yml", content: "related-answers: { threshold: 0 }\n" },
      ];
      const author = { name: "Mia", email: "mia@example.com", date: world.timestamp() };
      await github.git(repository).importFiles("main", files, { message: "Start", author, keep: true });

      const port = String(await anyFreePort());
      const env = {
        ...none,
        PORT: port,
        DATA_FOLDER: join(folder, "data"),
        GITHUB_WEB_URL: github.url,
        GITHUB_API_URL: github.url,
      };
      const app = startProcess(env, test.onTestFinished);
      await app.says("/setup?token=");
      const address = /http:\S+token=\S+/u.exec(app.output())?.[0] ?? "";

      const page = await openPage(browser, github.url, troubles, { as: "mia" });
      await page.goto(address);
      await page.getByLabel("Name of the app").fill("Acme Frontdesk");
      await page.getByLabel("Organization", { exact: true }).fill("acme");
      await page.screenshot({ path: join(folder, "form.png") });
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByRole("button", { name: "Create it on" }).click();
      await page.getByRole("button", { name: "Create GitHub App for acme" }).click();
      await page.getByRole("heading", { name: "Frontdesk is registered" }).waitFor();
      await app.says("Frontdesk listens for webhooks");
      await page.getByRole("link", { name: "Install it on your repositories" }).click();
      await page.getByLabel("Where do you want to install it?").selectOption("acme");
      await page.getByRole("button", { name: "Install" }).click();
      await page.getByRole("heading", { name: "Acme Frontdesk is installed on acme" }).waitFor();

      const category = repository.discussionCategories.find(({ slug }) => slug === "q-a");
      if (!category) throw new Error("there is no category");
      const question = openDiscussion(world, ann, repository, {
        category,
        title: "How do I change the log level to debug?",
        body: "The log shows too little.",
      });
      await page.goto(`/acme/widgets/discussions/${question.number}`);
      const comment = page.getByRole("article", { name: "acme-frontdesk commented" });
      await comment.getByText("The log level").first().waitFor({ timeout: 60_000 });
      expect((await stat(join(folder, "data", "credentials.json"))).mode & 0o777).toBe(0o600);
      expect(troubles).toEqual([]);

      // From now on it starts by itself.
      app.signal("SIGTERM");
      expect(await app.ended).toBe(0);
      const again = startProcess(env, test.onTestFinished);
      await again.says("Frontdesk listens for webhooks");
      expect(again.output()).not.toContain("/setup");
    },
  );
});
