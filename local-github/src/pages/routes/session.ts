import type { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { ACT_AS, formFields, localPath, notFound, type PageEnv } from "../visit.ts";

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
