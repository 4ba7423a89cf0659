import type { Browser, Page } from "playwright-core";

/** How a page is opened: as whom, with or without scripts, how wide in pixels, in which theme. */
export interface PageOptions {
  readonly as?: string;
  readonly scripts?: boolean;
  readonly width?: number;
  readonly theme?: "light" | "dark";
  /** Scripts of the test itself run, whatever the page's policy says. */
  readonly bypassCSP?: boolean;
  /** Another site than the local GitHub. */
  readonly site?: string;
}

/** A page of a site in a browser. What goes wrong in it, script errors and what its policy refused, is put into `troubles`. */
export async function openPage(
  browser: Browser,
  site: string,
  troubles: string[],
  options: PageOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: options.site ?? site,
    colorScheme: options.theme ?? "light",
    bypassCSP: options.bypassCSP ?? false,
    javaScriptEnabled: options.scripts ?? true,
    viewport: { width: options.width ?? 1200, height: 900 },
  });
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => troubles.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  if (options.as !== undefined) await context.addCookies([{ name: "act_as", value: options.as, url: site }]);
  return page;
}
