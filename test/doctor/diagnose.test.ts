import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { suspendInstallation, unsuspendInstallation } from "local-github-server/world";
import { diagnose } from "../../src/compose-doctor.ts";
import type { Finding } from "../../src/doctor/finding.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { nowhere } from "../helpers/nowhere.ts";
import { makeModelFolder } from "../helpers/sentence-model/model-folder.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";

let desk: Desk;
let env: Record<string, string>;

beforeAll(async () => {
  desk = await openDesk({ calm: true });
  desk.ask("How can I change the log level to debug?");
  await desk.settle();
  const { app, url } = desk.github;
  env = {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    GITHUB_API_URL: url,
    GITHUB_WEB_URL: url,
    PUBLIC_URL: desk.app.url,
    CLIENT_ID: app.clientId,
    CLIENT_SECRET: app.clientSecret,
    OPERATORS: "mia",
    DATA_FOLDER: desk.dataFolder,
  };
});
afterAll(() => desk.close());

/** What is found by these settings instead of the right ones. */
const found = (instead: Readonly<Record<string, string>> = {}) => diagnose({ ...env, ...instead });

/** Verdicts by what was looked at, but for what is in order. */
function troubles(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ verdict }) => verdict !== "ok").map(({ check, verdict }) => `${verdict}: ${check}`);
}

async function emptyFolder(onTestFinished: (end: () => Promise<void>) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const textOf = (findings: readonly Finding[], check: string) =>
  findings
    .filter((it) => it.check === check)
    .map(({ says, fix }) => `${says} ${fix ?? ""}`)
    .join("\n");

describe("frontdesk doctor", () => {
  it("finds all in order, while the app runs", async () => {
    const findings = await found();
    // How full the disk of this machine is, is its own matter.
    expect(troubles(findings).filter((it) => it !== "warning: disk")).toEqual([]);
    expect(new Set(findings.map(({ check }) => check))).toEqual(
      new Set([
        "node",
        "data folder",
        "disk",
        "database",
        "queue",
        "clock",
        "key",
        "permissions",
        "webhooks",
        "limits",
        "dashboard",
      ]),
    );
  });

  it("knows a key of another app, and an app that there is not", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const other = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
    const wrongKey = await found({ PRIVATE_KEY: other });
    expect(troubles(wrongKey)).toContain("problem: key");
    expect(textOf(wrongKey, "key")).toContain(`The private key is none of app ${env["APP_ID"]}.`);
    const wrongApp = await found({ APP_ID: "999999" });
    expect(textOf(wrongApp, "key")).toContain("GitHub knows no app 999999.");
  });

  it("says when GitHub cannot be reached, and looks at the rest", async () => {
    const findings = await found({ GITHUB_API_URL: "http://127.0.0.1:1" });
    expect(troubles(findings)).toContain("problem: github");
    expect(textOf(findings, "github")).toMatch(/does not answer at http:\/\/127\.0\.0\.1:1: bad port/);
    expect(findings.map(({ check }) => check)).toContain("queue");
  });

  it("names the permissions that an installation has not accepted", async () => {
    const [installation] = desk.github.world.all("Installation");
    if (!installation) throw new Error("the app is installed nowhere");
    const { permissions, events } = installation;
    installation.permissions = { ...permissions, contents: "read" };
    installation.events = events.filter((it) => it !== "milestone");
    const findings = await found();
    Object.assign(installation, { permissions, events });
    expect(textOf(findings, "permissions")).toContain(
      `acme (installation ${installation.databaseId}) has not accepted contents: write (has read), the event milestone.`,
    );
    expect(textOf(findings, "permissions")).toContain(
      `/organizations/acme/settings/installations/${installation.databaseId}`,
    );
  });

  it("says who has suspended the app", async () => {
    const [installation] = desk.github.world.all("Installation");
    if (!installation) throw new Error("the app is installed nowhere");
    suspendInstallation(desk.github.world, desk.person("mia"), installation);
    const findings = await found();
    unsuspendInstallation(desk.github.world, desk.person("mia"), installation);
    await desk.settle();
    expect(troubles(findings)).toContain("warning: permissions");
    expect(textOf(findings, "permissions")).toContain("has suspended the app");
  });

  it("knows when webhooks do not arrive, and when somebody else takes them", async ({ onTestFinished }) => {
    const elsewhere = await emptyFolder(onTestFinished);
    await (await openDatabase({ dataFolder: elsewhere })).close();
    expect(textOf(await found({ DATA_FOLDER: elsewhere }), "webhooks")).toContain("not in this database");

    desk.github.sendWebhooksTo(nowhere);
    for (let count = 0; count < 3; count++) desk.ask("Is anybody there?");
    await desk.github.webhooks.drain();
    const findings = await found();
    desk.github.sendWebhooksTo(`${desk.app.url}/api/github/webhooks`);
    desk.ask("And now?");
    await desk.settle();
    expect(troubles(findings)).toContain("problem: webhooks");
    expect(textOf(findings, "webhooks")).toMatch(/The last [3-9] did not get through/);
  });

  it("knows another clock", async () => {
    const findings = await diagnose(env, () => new Date(Date.now() + 3 * 60_000));
    expect(textOf(findings, "clock")).toMatch(/The clock is 1[78]\d s ahead of GitHub's/);
  });

  it("tells what is left of the hour's budget", async () => {
    desk.github.limits.exhaust("graphql");
    const findings = await found();
    desk.github.limits.refill();
    expect(textOf(findings, "limits")).toMatch(/has 0 of 5000 left for graphql/);
  });

  it("knows a database that is not there, and makes none", async ({ onTestFinished }) => {
    const nowhere = join(await emptyFolder(onTestFinished), "none");
    for (let look = 0; look < 2; look++) {
      expect(textOf(await found({ DATA_FOLDER: nowhere }), "database")).toContain(`There is none at ${nowhere}`);
    }
  });

  it("knows a database of a newer version, and leaves it as it is", async ({ onTestFinished }) => {
    const folder = await emptyFolder(onTestFinished);
    const { db, close } = await openDatabase({ dataFolder: folder });
    const row = { name: "9999-of-tomorrow", timestamp: "2099-01-01T00:00:00Z" };
    await db.withTables<{ kysely_migration: typeof row }>().insertInto("kysely_migration").values(row).execute();
    await close();
    const findings = await found({ DATA_FOLDER: folder });
    expect(textOf(findings, "database")).toContain("newer version of Frontdesk (9999-of-tomorrow)");
    expect(findings.map(({ check }) => check)).not.toContain("queue");
  });

  it("knows a folder that others may look into", async ({ onTestFinished }) => {
    const folder = await emptyFolder(onTestFinished);
    await chmod(folder, 0o755);
    expect(troubles(await found({ DATA_FOLDER: folder }))).toContain("warning: data folder");
  });

  it("tries the model of a folder", async ({ onTestFinished }) => {
    const { folder, write, remove } = await makeModelFolder();
    onTestFinished(remove);
    const working = await found({ EMBEDDINGS_MODEL: folder });
    expect(textOf(working, "model")).toMatch(/onnx\/model\.onnx makes vectors of 2 numbers by mean/);
    await write({ "tokenizer.json": null });
    const broken = await found({ EMBEDDINGS_MODEL: folder });
    expect(troubles(broken)).toContain("problem: model");
    expect(textOf(broken, "model")).toContain("has no tokenizer.json");
  });

  it("tells dead letters", async ({ onTestFinished }) => {
    const folder = await emptyFolder(onTestFinished);
    const { db, close } = await openDatabase({ dataFolder: folder });
    const row = {
      id: "1",
      name: "push",
      action: null,
      order_key: "1",
      repository: null,
      attempts: 8,
      received_at: 0,
      run_at: 0,
    };
    await db
      .insertInto("deliveries")
      .values({
        ...row,
        state: "dead",
        actor: null,
        cause: null,
        put_back_at: null,
        leased_by: null,
        lease_until: null,
        finished_at: 0,
        outcome: "a bug",
        shortfall: null,
      })
      .execute();
    await close();
    expect(textOf(await found({ DATA_FOLDER: folder }), "queue")).toContain("1 were given up.");
  });

  it("tells each setting that is wrong, and looks at the machine all the same", async () => {
    const findings = await found({ APP_ID: "", PORT: "high" });
    expect(troubles(findings).filter((it) => it.endsWith("settings"))).toHaveLength(2);
    expect(findings.map(({ check }) => check)).toContain("node");
  });

  it("prints no secret, whatever is wrong", async () => {
    const password = "p4ssw0rd-of-the-database";
    const all = await Promise.all([
      found(),
      found({ DATABASE_URL: `postgres://desk:${password}@127.0.0.1:1/desk` }),
      found({ CLIENT_SECRET: "short", APP_ID: "none" }),
      found({ GITHUB_API_URL: "http://127.0.0.1:1" }),
    ]);
    const said = JSON.stringify(all);
    const secrets = [
      password,
      env["WEBHOOK_SECRET"],
      env["CLIENT_SECRET"],
      env["PRIVATE_KEY"]?.split("\n")[1],
      "short",
    ];
    for (const secret of secrets) expect(said).not.toContain(secret);
    expect(said).toMatch(/PostgreSQL at 127\.0\.0\.1:1\/desk cannot be used: connect ECONNREFUSED/);
  });
});

describe("the command", () => {
  async function doctor(args: readonly string[], instead: Readonly<Record<string, string>> = {}) {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const child = spawn(process.execPath, ["bin/frontdesk.js", "doctor", ...args], {
      env: { PATH, NODE_COMPILE_CACHE, ...env, ...instead },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const [status] = (await once(child, "exit")) as [number | null];
    return { status, output };
  }

  it("ends with 0, with 1 for a problem, and with 1 for a warning where it is asked to", async () => {
    const [good, strict, bad] = await Promise.all([
      doctor([], { PUBLIC_URL: "", CLIENT_ID: "", CLIENT_SECRET: "", OPERATORS: "" }),
      doctor(["--strict"], { PUBLIC_URL: "", CLIENT_ID: "", CLIENT_SECRET: "", OPERATORS: "" }),
      doctor(["--json"], { APP_ID: "999999" }),
    ]);
    expect(good).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^warning {2}dashboard +PUBLIC_URL is not set/m),
    });
    expect(good.output).toMatch(/\n0 problems, \d+ warnings, \d+ in order\.\n$/);
    expect(strict.status).toBe(1);
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.output)).toMatchObject({
      verdict: "problem",
      findings: expect.arrayContaining([expect.objectContaining({ check: "key", verdict: "problem" })]),
    });
  });
});
