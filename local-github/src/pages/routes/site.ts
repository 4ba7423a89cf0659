import type { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { homeView, activityView } from "../views/site-views.ts";
import { showPage } from "../views/layout.ts";
import { type PageEnv, ACT_AS, formFields, localPath, notFound, mustBeSomebody } from "../visit.ts";

/** The first page: which repositories there are, and who one can be. */
export function routeHome(app: Hono<PageEnv>): void {
  app.get("/", (c) => showPage(c, { title: "Repositories", main: homeView(c.var.visit) }));
}

/** Remembers whom the visitor acts as. Nobody has a password here. */
export function routeSession(app: Hono<PageEnv>): void {
  app.post("/-/act-as", async (c) => {
    const fields = await formFields(c);
    const person = c.var.visit.world.findUser(fields.get("login") ?? "");
    if (person === undefined) throw notFound("person");
    setCookie(c, ACT_AS, person.login, { path: "/", httpOnly: true, sameSite: "Lax" });
    return c.redirect(localPath(fields.get("back")), 303);
  });
}

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
