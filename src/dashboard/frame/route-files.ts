import type { Hono } from "hono";
import type { DashboardEnv } from "../dashboard-env.ts";
import { styleSheet, styleSheetPath } from "./style-sheet.ts";

/** A year: the longest that caches keep anything. */
const forever = "public, max-age=31536000, immutable";

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0a58c2"/><path d="M7 10h18v9H15l-5 5v-5H7z" fill="#fff"/></svg>`;

/** The files that all pages use. */
export function routeFiles(app: Hono<DashboardEnv>): void {
  app.get(styleSheetPath, (c) =>
    c.body(styleSheet, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": forever }),
  );
  app.get("/-/icon.svg", (c) =>
    c.body(icon, 200, { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" }),
  );
}
