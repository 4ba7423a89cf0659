import type { Hono } from "hono";
import { activityView } from "../views/activity-view.ts";
import { showPage } from "../views/layout.ts";
import { mustBeSomebody, notFound, type PageEnv } from "../visit.ts";

/** Webhooks that were sent, and a button to send one again. */
export function routeActivity(app: Hono<PageEnv>): void {
  app.get("/-/deliveries", (c) => showPage(c, { title: "Activity", main: activityView(c.var.visit) }));
  app.post("/-/deliveries/:id{[0-9]+}/attempts", async (c) => {
    const { visit } = c.var;
    mustBeSomebody(visit);
    const delivery = visit.deliveries.list().find(({ id }) => String(id) === c.req.param("id"));
    if (delivery === undefined) throw notFound("delivery");
    await visit.deliveries.redeliver(delivery.id);
    return c.redirect("/-/deliveries", 303);
  });
}
