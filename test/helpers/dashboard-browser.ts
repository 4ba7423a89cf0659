import assert from "node:assert/strict";
import type { Desk } from "./open-desk.ts";

let browsers = 0;

/**
 * Somebody's browser before the dashboard of a desk: it keeps cookies as browsers do, goes where it is sent, and is `login`
 * on GitHub. It comes by a proxy, which tells its address.
 */
export class DashboardBrowser {
  readonly cookies = new Map<string, string>();
  readonly #desk: Desk;
  readonly #publicUrl: string;
  readonly #login: string;
  readonly #address = `203.0.113.${++browsers % 250}`;

  constructor(desk: Desk, publicUrl: string, login: string) {
    this.#desk = desk;
    this.#publicUrl = publicUrl;
    this.#login = login;
  }

  async get(path: string): Promise<Response> {
    const cookie = [...this.cookies].map((it) => it.join("=")).join("; ");
    const headers = { cookie, "x-forwarded-for": this.#address };
    const response = await fetch(this.#desk.app.url + path, { headers, redirect: "manual" });
    for (const it of response.headers.getSetCookie()) this.#keep(it);
    return response;
  }

  /** Follows the way to GitHub; to where GitHub sends it back. */
  async askGitHub(returnTo = "/", reply: "yes" | "no" = "yes"): Promise<URL> {
    const sent = await this.get(`/sign-in?return_to=${encodeURIComponent(returnTo)}`);
    const { origin, pathname, searchParams } = new URL(sent.headers.get("location") ?? "");
    assert.equal(origin + pathname, `${this.#desk.github.url}/login/oauth/authorize`);
    assert.equal(searchParams.get("redirect_uri"), `${this.#publicUrl}/sign-in/callback`);
    assert.equal(searchParams.get("code_challenge_method"), "S256");
    searchParams.set("answer", reply);
    const back = await fetch(origin + pathname, {
      method: "POST",
      body: searchParams,
      headers: { origin, cookie: `act_as=${this.#login}` },
      redirect: "manual",
    });
    return new URL(back.headers.get("location") ?? "");
  }

  /** Comes back from GitHub. */
  async comeBack({ pathname, search }: URL): Promise<Response> {
    return this.get(pathname + search);
  }

  async signIn(returnTo?: string): Promise<Response> {
    return this.comeBack(await this.askGitHub(returnTo));
  }

  /** Keeps a cookie if it is what a browser wants of one of such a name. */
  #keep(setCookie: string): void {
    const [, name = "", value = "", attributes = ""] = /^([^=]+)=([^;]*)(.*)$/u.exec(setCookie) ?? [];
    assert.match(name, /^__Host-/u);
    for (const it of ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"]) {
      assert.ok(attributes.split("; ").includes(it), `${setCookie} lacks ${it}`);
    }
    assert.ok(!attributes.includes("Domain"));
    if (attributes.includes("Max-Age=0")) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
