import type { Hono } from "hono";
import { homeView } from "../views/home-view.ts";
import { showPage } from "../views/layout.ts";
import type { PageEnv } from "../visit.ts";

/** The first page: which repositories there are, and who one can be. */
export function routeHome(app: Hono<PageEnv>): void {
  app.get("/", (c) => showPage(c, { title: "Repositories", main: homeView(c.var.visit) }));
}
