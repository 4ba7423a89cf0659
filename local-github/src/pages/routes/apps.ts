import type { Hono } from "hono";
import { GitHubError } from "../../world/errors.ts";
import { installApp } from "../../world/installations.ts";
import type { Organization, User } from "../../world/objects.ts";
import { installedView, installView, newAppView } from "../views/app-views.ts";
import { showPage } from "../views/layout.ts";
import { formFields, mustBeSomebody, notFound, type PageEnv, type PageRequest } from "../visit.ts";

/** Where a form with a manifest may be sent to from any site; what it leads to is a question to a person. */
export const newAppPaths = ["/settings/apps/new", "/organizations/:org/settings/apps/new"] as const;

/**
 * An app is registered from a manifest, and installed.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function routeApps(app: Hono<PageEnv>): void {
  for (const path of newAppPaths) {
    app.post(path, async (c) => {
      const { manifests } = c.var.visit;
      const json = (await formFields(c)).get("manifest") ?? "";
      const owner = mustOwn(c, c.req.param("org") ?? mustBeSomebody(c.var.visit).login);
      const state = new URL(c.req.url).searchParams.get("state") ?? undefined;
      const manifest = manifests.read(json);
      allowFormTo(c, manifest.redirect_url);
      return showPage(c, { title: "Create GitHub App", main: newAppView(owner, manifest, { json, state }) });
    });
  }
  app.post("/-/apps", async (c) => {
    const { manifests, world } = c.var.visit;
    const fields = await formFields(c);
    const manifest = manifests.read(fields.get("manifest"));
    const code = manifests.register(mustOwn(c, fields.get("owner") ?? ""), manifest, fields.get("name") ?? "");
    const to = new URL(manifest.redirect_url ?? world.origin);
    to.searchParams.set("code", code);
    const state = fields.get("state");
    if (state) to.searchParams.set("state", state);
    return c.redirect(to.href, 302);
  });
  app.get("/apps/:slug/installations/new", (c) =>
    showPage(c, { title: "Install", main: installView(mustFindApp(c), accountsOf(c)) }),
  );
  app.post("/apps/:slug/installations/new", async (c) => {
    const found = mustFindApp(c);
    const account = mustOwn(c, (await formFields(c)).get("account") ?? "");
    const { world } = c.var.visit;
    const isThere = world.all("Installation").some((it) => it.app === found && it.account === account);
    if (!isThere) installApp(world, mustBeSomebody(c.var.visit), found, account);
    return showPage(c, { title: "Installed", main: installedView(found, account) });
  });
}

function mustFindApp(c: PageRequest) {
  const found = c.var.visit.world.all("App").find(({ slug }) => slug === c.req.param("slug"));
  if (found === undefined) throw notFound("app");
  return found;
}

/** The visitor and the organizations that are theirs. */
function accountsOf(c: PageRequest): (User | Organization)[] {
  const person = mustBeSomebody(c.var.visit);
  return [person, ...c.var.visit.world.all("Organization").filter((it) => it.members.get(person.login) === "admin")];
}

function mustOwn(c: PageRequest, login: string): User | Organization {
  const found = accountsOf(c).find((it) => it.login.toLowerCase() === login.toLowerCase());
  if (found === undefined) throw new GitHubError("NOT_FOUND", `${login} is not an account of yours.`, 404);
  return found;
}

/** The next form's answer leads on to the app's server. */
function allowFormTo(c: PageRequest, address: string | undefined): void {
  const origin = address === undefined ? "" : ` ${new URL(address).origin}`;
  c.header(
    "content-security-policy",
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; " +
      `form-action 'self'${origin}; frame-ancestors 'none'; base-uri 'none'`,
  );
}
