import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import type { PageEnv } from "./visit.ts";

const types: Readonly<Record<string, string>> = {
  "style.css": "text/css; charset=utf-8",
  "watch.js": "text/javascript; charset=utf-8",
  "icon.svg": "image/svg+xml",
  "signs.svg": "image/svg+xml",
};

/** Serves the style sheet, the script that keeps a page up to date, the icon and the signs. */
export function serveAssets(app: Hono<PageEnv>): void {
  for (const [name, type] of Object.entries(types)) {
    const bytes = readFileSync(new URL(`./assets/${name}`, import.meta.url));
    app.get(`/-/${name}`, (c) => c.body(bytes, 200, { "content-type": type, "cache-control": "no-cache" }));
  }
}
