import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { repositoryPages } from "../../src/dashboard/pages/index.ts";
import type { PageOptions } from "./open-page.ts";
import { hasBrowser, visitDemo } from "./visit-demo.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Who maintains the demo's project and operates its server; and somebody without any role. */
const operator = "mirela-popa";
const stranger = "dan-okoro";

const looks = (["light", "dark"] as const).flatMap((theme) => [390, 1280].map((width) => ({ theme, width })));

describe.skipIf(!hasBrowser)("the dashboard in a browser", () => {
  const visit = visitDemo();
  const openPage = (options: PageOptions) => visit.openPage({ site: visit.ready.app, ...options });
  const pathOf = (path: string) => `/${visit.ready.repository}${path}`;

  /** An address of each page, with things that there are in the demo. */
  async function addresses(page: Page): Promise<string[]> {
    await page.goto(pathOf("/threads"));
    const thread = await page.locator("main a[href*='/threads/']").first().getAttribute("href");
    const params: Readonly<Record<string, string>> = {
      number: /\d+$/u.exec(thread ?? "")?.[0] ?? "",
      measure: "time-to-first-response",
    };
    const filled = repositoryPages.map((it) => it.path.replaceAll(/:(\w+)/gu, (_, name: string) => params[name] ?? ""));
    return [...filled.map(pathOf), "/", "/-/inbox", "/-/inbox?show=done"];
  }

  /** Signs in by clicking through, from whatever page it is. */
  async function signIn(page: Page, path = "/"): Promise<void> {
    await page.goto(path);
    await page.getByRole("link", { name: "Sign in with GitHub" }).first().click();
    await page.getByRole("button", { name: "Authorize frontdesk" }).click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
  }

  it("lets a person sign in with GitHub, come back to where they were, and sign out", async () => {
    const page = await openPage({ as: operator });
    const path = pathOf("/settings");
    expect((await page.goto(path))?.status()).toBe(404);
    await signIn(page, path);
    expect(new URL(page.url()).pathname).toBe(path);
    await page.getByRole("heading", { name: "Settings in force" }).waitFor();
    const cookies = (await page.context().cookies()).filter(({ name }) => name.startsWith("__Host-"));
    expect(cookies.map(({ name, httpOnly, secure, sameSite }) => [name, httpOnly, secure, sameSite])).toEqual([
      ["__Host-frontdesk", true, true, "Lax"],
    ]);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("link", { name: "Sign in with GitHub" }).first().waitFor();
    expect((await page.goto(path))?.status()).toBe(404);
  });

  it("tells whoever says no on GitHub that they are not signed in", async () => {
    const page = await openPage({ as: stranger });
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("heading", { name: "You are not signed in" }).waitFor();
  });

  it("leads from a number over the discussions behind it to one of them, and on to GitHub", async () => {
    const page = await openPage({});
    await page.goto(pathOf(""));
    const card = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "Time to first response" }) });
    await card.locator("a.figure").first().click();
    expect(new URL(page.url()).pathname).toBe(pathOf("/measures/time-to-first-response"));
    const behind = page.getByRole("region", { name: /the newest first/u });
    const [, all] = /of (\d+)/u.exec((await behind.getAttribute("aria-label")) ?? "") ?? [];
    expect(Number(all)).toBeGreaterThan(10);
    await behind.getByRole("link").first().click();
    await page.getByRole("heading", { name: "Clocks" }).waitFor();
    const number = /\d+$/u.exec(new URL(page.url()).pathname)?.[0];
    await page.getByRole("link", { name: "Read it on GitHub" }).click();
    expect(page.url()).toBe(`${visit.ready.github}${visit.to(`/discussions/${number}`)}`);
  });

  it("shows somebody without a role nothing that is for helpers and operators", async () => {
    const page = await openPage({ as: stranger });
    await signIn(page);
    for (const path of [pathOf("/settings"), "/-/inbox"]) expect((await page.goto(path))?.status()).toBe(404);
  });

  it.each(looks)(
    "fits a screen of $width pixels in the $theme theme, and axe finds nothing, on each page",
    { timeout: 180_000 },
    async ({ theme, width }) => {
      const folder = process.env["SCREENSHOTS"] ?? join(visit.folder, "screenshots");
      await mkdir(folder, { recursive: true });
      const page = await openPage({ as: operator, theme, width, bypassCSP: true });
      await signIn(page);
      const found: Record<string, unknown> = {};
      for (const path of await addresses(page)) {
        expect([path, (await page.goto(path))?.status()]).toEqual([path, 200]);
        const name = path.replaceAll(/\W+/gu, "_").replace(/^_$/u, "_home");
        await page.screenshot({ path: join(folder, `${name.slice(1)}-${width}-${theme}.png`), fullPage: true });
        const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
        const violations = await violationsOf(page);
        if (wide > width || violations.length > 0) found[path] = { wide, violations };
      }
      expect(found).toEqual({});
    },
  );

  it("lets the keyboard reach all that can be used, in order, where it can be seen", { timeout: 120_000 }, async () => {
    const page = await openPage({ as: operator, width: 1280 });
    await signIn(page);
    for (const path of await addresses(page)) {
      await page.goto(path);
      const wanted = await page.evaluate<number>(markAll);
      const reached: number[] = [];
      // A field for a date has a stop for each of its parts.
      for (let presses = 0; reached.length < wanted && presses < wanted + 20; presses += 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate<number>(focused);
        if (at !== reached.at(-1)) reached.push(at);
      }
      expect([path, reached]).toEqual([path, Array.from({ length: wanted }, (_, at) => at)]);
    }
  });

  it("leads over what stands at the top of each page", async () => {
    const page = await openPage({ as: operator });
    await signIn(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
  });

  it("works without scripts", async () => {
    const page = await openPage({ as: operator, scripts: false });
    await signIn(page, pathOf("/settings"));
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("link", { name: "Sign in with GitHub" }).first().waitFor();
  });

  it("leaves what is of no use on paper out", async () => {
    const page = await openPage({ as: operator, theme: "dark" });
    await signIn(page, pathOf("/settings"));
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "Pages" }).isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(false);
    expect(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe(
      "rgb(255, 255, 255)",
    );
  });

  it("asked no other site for anything, and broke no rule of its policy", () => {
    // Pages that are not there are asked for above; a browser tells each of them.
    expect(visit.troubles.filter((it) => !/status of 40[34]/u.test(it))).toEqual([]);
  });
});

/** What axe finds wrong, in short. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html)
        .join(" | ")}`,
  );
}

/** Numbers what can be used and is shown, in the document's order; answers how many there are. */
const markAll = `(() => {
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
  const shown = all.filter((it) => it.checkVisibility() && !it.disabled && it.closest("details:not([open]) > :not(summary)") === null);
  shown.forEach((it, at) => { it.dataset.at = String(at); });
  return shown.length;
})()`;

/** The number of what has the focus, if its outline can be seen; -1 for anything else. */
const focused = `(() => {
  const it = document.activeElement;
  // Of a field for a date, the browser marks the part that has it.
  const isMarked = getComputedStyle(it).outlineStyle !== "none" || it.type === "date";
  const isSeen = isMarked && it.getBoundingClientRect().width > 0;
  return isSeen && it.dataset.at !== undefined ? Number(it.dataset.at) : -1;
})()`;
