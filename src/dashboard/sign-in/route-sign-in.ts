import type { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { z } from "zod";
import { minuteMs, secondMs } from "../../core/clock.ts";
import { AuthorizationError } from "../../core/user-authorization.ts";
import type { DashboardDeps, DashboardEnv, DashboardRequest, SignIn } from "../dashboard-env.ts";
import type { Message } from "../frame/messages.ts";
import { sessionCookie } from "../guards.ts";
import { ownPath } from "../links.ts";
import { showMessage } from "../respond.ts";
import { problemMessage } from "./problem-messages.ts";
import { sessionMs } from "./sessions.ts";

/** What the browser keeps while somebody is away at GitHub. */
const pendingCookie = "__Host-frontdesk-sign-in";
/** How long they may be away: GitHub's code counts for ten minutes as well. */
const pendingMs = 10 * minuteMs;

const Pending = z.object({ state: z.string(), verifier: z.string(), returnTo: z.string(), until: z.number() });

/** Ours alone, over https alone, not for scripts, and not sent along by other sites' forms. */
const cookieOptions = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;

const noSignIn: Message = {
  status: 404,
  title: "Nobody can sign in here",
  body: html`<p>
      The operator of this server has not set up signing in with GitHub (<code>CLIENT_ID</code> and
      <code>CLIENT_SECRET</code>). Only pages that are for everybody are shown.
    </p>
    <p><a href="/">To the first page</a></p>`,
};

/** `/sign-in`, which leads to GitHub; `/sign-in/callback`, where GitHub sends people back to; `/sign-out`. */
export function routeSignIn(app: Hono<DashboardEnv>, deps: DashboardDeps<unknown>): void {
  const { signIn } = deps;
  if (!signIn) {
    app.get("/sign-in", (c) => showMessage(c, deps, noSignIn));
    return;
  }
  const pendings = new Pendings(signIn, deps);
  app.get("/sign-in", async (c) => {
    c.header("Cache-Control", "no-store");
    return c.redirect(await pendings.begin(c), 302);
  });
  app.get("/sign-in/callback", async (c) => {
    try {
      const { account, returnTo } = await pendings.finish(c);
      // A new session, whatever there was before: nobody can have chosen it for somebody else.
      setCookie(c, sessionCookie, signIn.sessions.begin(account), { ...cookieOptions, maxAge: sessionMs / secondMs });
      c.header("Cache-Control", "no-store");
      return c.redirect(returnTo, 302);
    } catch (err) {
      if (!(err instanceof AuthorizationError)) throw err;
      // What is a person's own doing, or a stranger's, is of no use to the operator.
      const isOurs = err.problem === "refused" || err.problem === "unavailable";
      deps.log[isOurs ? "warn" : "debug"]({ err }, "somebody could not sign in");
      const shown = await showMessage(c, deps, problemMessage(err.problem));
      shown.headers.set("Cache-Control", "no-store");
      return shown;
    }
  });
  app.post("/sign-out", async (c) => {
    if (c.var.session) await signIn.sessions.end(c.var.session);
    deleteCookie(c, sessionCookie, cookieOptions);
    // So that whoever sits down next finds no page by going back.
    c.header("Clear-Site-Data", '"cache"');
    return c.redirect("/", 303);
  });
}

/** People who are away at GitHub: the browser of each remembers what was begun, sealed, and each return counts once. */
class Pendings {
  readonly #signIn: SignIn;
  readonly #clock: DashboardDeps<unknown>["clock"];

  constructor(signIn: SignIn, { clock }: DashboardDeps<unknown>) {
    this.#signIn = signIn;
    this.#clock = clock;
  }

  get #callback(): string {
    return `${this.#signIn.publicUrl}/sign-in/callback`;
  }

  async begin(c: DashboardRequest): Promise<string> {
    const { url, state, verifier } = await this.#signIn.authorization.begin(this.#callback);
    const returnTo = ownPath(c.req.query("return_to"));
    const pending = { state, verifier, returnTo, until: this.#clock().getTime() + pendingMs };
    setCookie(c, pendingCookie, this.#signIn.sessions.sealPending(pending), {
      ...cookieOptions,
      maxAge: pendingMs / secondMs,
    });
    return url;
  }

  async finish(c: DashboardRequest) {
    const sent = getCookie(c, pendingCookie);
    if (sent !== undefined) deleteCookie(c, pendingCookie, cookieOptions);
    const { data } = Pending.safeParse(sent === undefined ? undefined : this.#signIn.sessions.openPending(sent));
    if (!data) throw new AuthorizationError("mismatch", "they came back without having been sent to GitHub from here");
    const { until, returnTo, ...pending } = data;
    if (until <= this.#clock().getTime()) throw new AuthorizationError("mismatch", "they were away for too long");
    const isFirst = await this.#signIn.usedStates.add(pending.state, until);
    if (!isFirst) throw new AuthorizationError("mismatch", "they came back twice");
    const query = new URL(c.req.url).searchParams;
    return { account: await this.#signIn.authorization.finish(this.#callback, query, pending), returnTo };
  }
}
