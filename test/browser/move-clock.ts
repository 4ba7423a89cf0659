import type { Page } from "playwright-core";

/** Moves the clock by a button of its page, and waits until all that fell due is done. */
export async function moveClock(page: Page, by: string): Promise<void> {
  await page.goto("/-/clock");
  await page.getByRole("button", { name: by }).click();
  await page.getByRole("heading", { name: "What happened between" }).waitFor();
  await page.getByRole("button", { name: by }).waitFor({ timeout: 60_000 });
}
