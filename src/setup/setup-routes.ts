import { randomInt } from "node:crypto";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { styleSheet, styleSheetPath } from "../dashboard/frame/style-sheet.ts";
import { hourMs, secondMs } from "../core/clock.ts";
import type { AppCredentials } from "./app-credentials.ts";
import { appManifest } from "./app-manifest.ts";
import { ConversionError, convertCode } from "./convert-code.ts";
import { apiUrlOf, newAppAddress, isReached, readWishes, type SentForm, type Wishes } from "./read-wishes.ts";
import {
  donePage,
  formPage,
  handOverPage,
  noEntry,
  notFound,
  problemPage,
  setupDocument,
  type SetupPage,
} from "./setup-pages.ts";
import { isSame, newSecret, type SetupTokens } from "./setup-token.ts";

export interface SetupDeps {
  readonly tokens: SetupTokens;
  /** GitHub as the environment names it; undefined where the page asks. */
  readonly webUrl: string | undefined;
  readonly apiUrl: string | undefined;
  /** Where people reach this server, as the environment has it. */
  readonly publicUrl: string | undefined;
  /** Rejects when credentials could not be kept in the data folder. */
  tryFolder(): Promise<void>;
  /** Keeps the credentials, and tells where, in a sentence. */
  keep(credentials: AppCredentials, where: Wishes["keep"]): Promise<string>;
  /** All is answered: the app may start. */
  done(credentials: AppCredentials): void;
}

const cookie = "frontdesk-setup";
const maxFormBytes = 16 * 1024;

/** Somebody is away at GitHub. */
interface Pending {
  readonly state: string;
  readonly wishes: Wishes;
}

/** The pages that register the app. Only whoever has the token from the terminal sees more than that there are some. */
export function setupRoutes(deps: SetupDeps): Hono {
  const app = new Hono();
  let pending: Pending | undefined;
  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
    // Forms of ours keep the address they come from, so that they can be told from others.
    c.header("Referrer-Policy", "same-origin");
    c.header("X-Content-Type-Options", "nosniff");
    const forms = pending === undefined ? "'self'" : `'self' ${new URL(pending.wishes.webUrl).origin}`;
    c.header(
      "Content-Security-Policy",
      `default-src 'none'; style-src 'self'; form-action ${forms}; frame-ancestors 'none'; base-uri 'none'`,
    );
  });
  app.use(csrf({ origin: isSameHost }), bodyLimit({ maxSize: maxFormBytes }));
  app.get(styleSheetPath, (c) => c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", (c) => c.json({ status: "not ready", reason: "the app is not registered yet" }, 503));

  app.get("/setup", (c) => {
    const token = c.req.query("token");
    if (token !== undefined) {
      const { visit } = deps.tokens.take(token);
      // Whoever opens the address twice in one browser is on the visit still.
      if (visit === undefined) return isOpen(c, deps) ? c.redirect("/setup", 303) : show(c, noEntry);
      setCookie(c, cookie, visit, { path: "/setup", httpOnly: true, sameSite: "Lax", maxAge: hourMs / secondMs });
      return c.redirect("/setup", 303);
    }
    if (!isOpen(c, deps)) return show(c, noEntry);
    return show(c, formPage(firstForm(c, deps), {}, deps.webUrl === undefined));
  });

  app.post("/setup", async (c) => {
    if (!isOpen(c, deps)) return show(c, noEntry);
    const sent = Object.fromEntries(
      Object.entries(await c.req.parseBody()).filter((it): it is [string, string] => typeof it[1] === "string"),
    ) as SentForm;
    const read = readWishes(sent, deps.webUrl);
    if ("problems" in read) return show(c, formPage(sent, read.problems, deps.webUrl === undefined));
    const { wishes } = read;
    if (wishes.keep === "folder") {
      const problem = await deps.tryFolder().then(
        () => undefined,
        (error: unknown) => String(error instanceof Error ? error.message : error),
      );
      if (problem !== undefined) {
        const what = `Nothing can be kept in the data folder: ${problem}. Mend that, or have the keys printed on the terminal.`;
        return show(c, problemPage(422, "The data folder cannot be written", what, "/setup"));
      }
    }
    pending = { state: newSecret(), wishes };
    // Where the browser is now, which need not be the public address: a tunnel, or another name of this machine.
    const here = c.req.header("origin") ?? wishes.publicUrl;
    const manifest = appManifest({ ...wishes, redirectUrl: `${here}/setup/created` });
    return show(c, handOverPage(newAppAddress(wishes, pending.state), manifest, wishes.organization));
  });

  app.get("/setup/created", async (c) => {
    if (!isOpen(c, deps)) return show(c, noEntry);
    const { code, state } = c.req.query();
    if (pending === undefined || code === undefined || !isSame(state ?? "", pending.state)) {
      const what = "This answer of GitHub belongs to no form that was sent from here, or was used already.";
      return show(c, problemPage(400, "That was not begun here", what, "/setup"));
    }
    const { wishes } = pending;
    try {
      const apiUrl = deps.apiUrl ?? apiUrlOf(wishes.webUrl);
      const { credentials, page } = await convertCode(apiUrl, code);
      pending = undefined;
      const whole = {
        ...credentials,
        PUBLIC_URL: wishes.publicUrl,
        GITHUB_WEB_URL: wishes.webUrl,
        GITHUB_API_URL: apiUrl,
      };
      const kept = await deps.keep(whole, wishes.keep);
      deps.done(whole);
      return show(c, donePage(page, kept, wishes.publicUrl));
    } catch (error) {
      if (!(error instanceof ConversionError)) throw error;
      if (error.kind === "spent") {
        pending = undefined;
        const what = `${error.message}. If an app was created on GitHub meanwhile, delete it there, and begin again.`;
        return show(c, problemPage(400, "GitHub gave no keys", what, "/setup"));
      }
      // The code counts still.
      const again = `/setup/created?${new URLSearchParams({ code, state: state ?? "" }).toString()}`;
      return show(
        c,
        problemPage(502, "GitHub could not be asked", `${error.message}. The code counts for an hour.`, again),
      );
    }
  });
  app.notFound((c) => show(c, notFound));
  return app;
}

/** By the Host header: a proxy before us may speak https where we do not. */
function isSameHost(origin: string, c: Context): boolean {
  return URL.parse(origin)?.host === c.req.header("host");
}

function isOpen(c: Context, { tokens }: SetupDeps): boolean {
  return tokens.isOpen(getCookie(c, cookie));
}

/** The form as it is first seen. */
function firstForm(c: Context, { publicUrl, webUrl }: SetupDeps): SentForm {
  const here = new URL(c.req.url).origin;
  const github = webUrl ?? "https://github.com";
  return {
    // Names are taken by others: https://docs.github.com/en/apps/creating-github-apps/registering-a-github-app/registering-a-github-app
    name: `frontdesk-${randomInt(0x10000).toString(16).padStart(4, "0")}`,
    publicUrl: publicUrl ?? (isReached(here, github) ? here : ""),
    webUrl: github,
  };
}

function show(c: Context, page: SetupPage) {
  return c.html(setupDocument(page), page.status);
}
