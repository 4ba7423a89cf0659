import { existsSync } from "node:fs";

/** Where a Chromium may be, the environment's wish first. */
const places = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of an installed Chromium; undefined when there is none. */
export function findBrowser(): string | undefined {
  return places.find((path) => path !== undefined && existsSync(path));
}
