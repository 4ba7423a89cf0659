import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalGitHub, type LocalGitHub } from "local-github-server";
import { createOrganization, createUser } from "local-github-server/world";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runSetup, type RunningSetup } from "../../src/setup/run-setup.ts";

let folder: string;
let github: LocalGitHub;
let setup: RunningSetup;
let told: string;

const data = () => join(folder, "data");
const start = async (variables: Readonly<Record<string, string>> = {}) => {
  told = "";
  const at = { GITHUB_WEB_URL: github.url, GITHUB_API_URL: github.url, ...variables };
  setup = await runSetup({
    host: "127.0.0.1",
    port: 0,
    dataFolder: data(),
    variables: at,
    clock: () => new Date(),
    tell: (text) => (told += text),
  });
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  github = await startLocalGitHub({ folder: join(folder, "github"), app: { slug: "other" } });
  const mia = createUser(github.world, "mia");
  createOrganization(github.world, "acme", { owners: [mia] });
  await start();
});
afterEach(async () => {
  await setup.close();
  await github.close();
  await rm(folder, { recursive: true });
});

/** A browser without scripts: keeps cookies by host, and sends forms as their page has them. */
class Visitor {
  readonly #cookies = new Map<string, string>();

  /** Follows redirects; answers with the last page. */
  async go(url: string, form?: Readonly<Record<string, string>>, origin?: string): Promise<Page> {
    const { host } = new URL(url);
    const response = await fetch(url, {
      redirect: "manual",
      headers: {
        accept: "text/html",
        cookie: this.#cookies.get(host) ?? "",
        ...(form && { origin: origin ?? new URL(url).origin, "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(form && { method: "POST", body: new URLSearchParams(form).toString() }),
    });
    const cookie = response.headers.get("set-cookie")?.split(";")[0];
    if (cookie !== undefined) this.#cookies.set(host, cookie);
    const next = response.headers.get("location");
    if (next !== null) return this.go(new URL(next, url).href);
    return { url, status: response.status, text: await response.text(), headers: response.headers };
  }

  /** Sends the page's form with these fields filled in. */
  async send(page: Page, fields: Readonly<Record<string, string>> = {}): Promise<Page> {
    const html = page.text.slice(page.text.lastIndexOf('<form method="post"'));
    const action = unescape(/action="([^"]*)"/u.exec(html)?.[1] ?? "");
    const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/gu)].map(([input]) => [
      /name="([^"]*)"/u.exec(input)?.[1] ?? "",
      unescape(/value="([^"]*)"/u.exec(input)?.[1] ?? ""),
    ]);
    return this.go(
      new URL(action, page.url).href,
      { ...Object.fromEntries(hidden), ...fields },
      new URL(page.url).origin,
    );
  }
}

interface Page {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

function unescape(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

const address = () => /http\S+\/setup\?token=\S+/u.exec(told)?.[0] ?? "";
const good = { name: "Support of Acme", publicUrl: "http://127.0.0.1:1", organization: "acme", keep: "folder" };

/** Somebody who is on the form, and signed in at GitHub. */
async function onTheForm(): Promise<{ readonly visitor: Visitor; readonly form: Page }> {
  const visitor = new Visitor();
  await visitor.go(`${github.url}/-/act-as`, { login: "mia", back: "/" });
  return { visitor, form: await visitor.go(address()) };
}

describe("the setup page", () => {
  it("registers an app with all that it needs, keeps its keys, and ends", async () => {
    const { visitor, form } = await onTheForm();
    expect(form.text).not.toContain('name="webUrl"');
    const handOver = await visitor.send(form, { ...good, boards: "on" });
    const asked = await visitor.send(handOver);
    expect(asked.text).toContain("Create GitHub App for acme");
    const done = await visitor.send(asked, { name: "Support of Acme" });
    expect(done.text).toContain(`${github.url}/apps/support-of-acme/installations/new`);

    const credentials = await setup.credentials;
    const app = github.world.all("App").find(({ slug }) => slug === "support-of-acme");
    expect(app).toMatchObject({
      owner: { login: "acme" },
      permissions: { discussions: "write", organization_projects: "write" },
      webhook: { url: "http://127.0.0.1:1/api/github/webhooks", secret: credentials.WEBHOOK_SECRET },
    });
    expect(app?.events).toContain("discussion_comment");
    expect(credentials).toMatchObject({
      APP_ID: String(app?.databaseId),
      PRIVATE_KEY: app?.privateKey,
      GITHUB_API_URL: github.url,
      PUBLIC_URL: "http://127.0.0.1:1",
    });
    expect(JSON.parse(await readFile(join(data(), "credentials.json"), "utf8"))).toEqual(credentials);
    expect(told).not.toMatch(/PRIVATE KEY/u);
  });

  it("prints the keys where they are to be in a secret store, and writes none", async () => {
    const { visitor, form } = await onTheForm();
    const asked = await visitor.send(await visitor.send(form, { ...good, organization: "", keep: "terminal" }));
    await visitor.send(asked, { name: "mine" });
    const { APP_ID } = await setup.credentials;
    expect(told).toContain(`APP_ID=${APP_ID}\nPRIVATE_KEY=-----BEGIN`);
    await expect(readFile(join(data(), "credentials.json"))).rejects.toThrow("ENOENT");
  });

  it("tells strangers nothing, and takes nothing from them", async () => {
    const stranger = new Visitor();
    for (const path of ["/setup", "/setup?token=guess", "/setup/created?code=x&state=y"]) {
      const page = await stranger.go(setup.url + path);
      expect([page.status, page.text]).toEqual([403, expect.not.stringContaining("form")]);
    }
    expect((await stranger.go(`${setup.url}/setup`, good)).status).toBe(403);
    expect((await stranger.go(`${setup.url}/`)).status).toBe(404);
    expect((await fetch(`${setup.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${setup.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${setup.url}/api/github/webhooks`, { method: "POST" })).status).toBe(403);
  });

  it("is opened by a token once, and a new one is told to whoever brings it again", async () => {
    const first = address();
    const visitor = new Visitor();
    expect((await visitor.go(first)).status).toBe(200);
    expect((await visitor.go(first)).status).toBe(200);
    expect((await new Visitor().go(first)).status).toBe(403);
    told = told.slice(told.indexOf(first) + first.length);
    expect((await new Visitor().go(address())).status).toBe(200);
    expect((await visitor.go(`${setup.url}/setup`)).status).toBe(403);
  });

  it("takes no form from another site, none that is too long, and says what is wrong with a field", async () => {
    const { visitor, form } = await onTheForm();
    expect((await visitor.go(`${setup.url}/setup`, good, "https://evil.example")).status).toBe(403);
    expect((await visitor.go(`${setup.url}/setup`, { ...good, name: "x".repeat(20_000) })).status).toBe(413);
    const wrong = await visitor.send(form, { ...good, organization: "<b>", name: '"><script>' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Write the organization’s login".replace("’", "&#39;"));
    expect(wrong.text).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it("goes on after a visit to GitHub that was broken off, and takes no answer that it did not ask for", async () => {
    const { visitor, form } = await onTheForm();
    await visitor.send(await visitor.send(form, good));
    const again = await visitor.go(`${setup.url}/setup`);
    const asked = await visitor.send(await visitor.send(again, good));
    expect((await visitor.go(`${setup.url}/setup/created?code=x&state=made-up`)).status).toBe(400);
    expect((await visitor.go(`${setup.url}/setup/created?code=x`)).status).toBe(400);
    const done = await visitor.send(asked, { name: "again" });
    expect(done.status).toBe(200);
    expect((await visitor.go(done.url)).status).toBe(400);
  });

  it("tells when GitHub gives no keys for a code, and begins anew", async () => {
    const { visitor, form } = await onTheForm();
    const handOver = await visitor.send(form, good);
    const state = /state=([\w-]+)/u.exec(handOver.text)?.[1];
    const refused = await visitor.go(`${setup.url}/setup/created?code=made-up&state=${state}`);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining("does not know the code")]);
    expect((await visitor.go(`${setup.url}/setup`)).status).toBe(200);
  });

  it("tries the same code again when GitHub could not be asked", async () => {
    const { visitor, form } = await onTheForm();
    const asked = await visitor.send(await visitor.send(form, good));
    const on = "POST /app-manifests/{code}/conversions";
    github.faults.add({ kind: "status", status: 502, when: "before", on, times: 1 });
    const failed = await visitor.send(asked, { name: "again" });
    expect(failed.status).toBe(502);
    expect((await visitor.go(failed.url)).status).toBe(200);
    expect(await setup.credentials).toMatchObject({ CLIENT_ID: expect.stringMatching(/^Iv/u) });
  });

  it("does not send anybody to GitHub for keys that it could not keep", async () => {
    await writeFile(data(), "a file");
    const { visitor, form } = await onTheForm();
    const refused = await visitor.send(form, good);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("printed on the terminal")]);
  });
});
