import { describe, expect, it } from "vitest";
import type { DeliveryAttempt, InstalledApp, RegisteredApp, WebhookConfig } from "../../src/core/app-health.ts";
import { checkClock } from "../../src/doctor/checks/clock.ts";
import { checkDashboard, type DashboardFacts } from "../../src/doctor/checks/dashboard.ts";
import { checkDatabase } from "../../src/doctor/checks/database.ts";
import { checkKey } from "../../src/doctor/checks/key.ts";
import { checkLimits } from "../../src/doctor/checks/limits.ts";
import { checkMachine, type MachineFacts } from "../../src/doctor/checks/machine.ts";
import { checkModel, type ModelLook } from "../../src/doctor/checks/model.ts";
import { checkPermissions } from "../../src/doctor/checks/permissions.ts";
import { checkQueue, type QueueFacts } from "../../src/doctor/checks/queue.ts";
import { checkWebhooks, type WebhookFacts } from "../../src/doctor/checks/webhooks.ts";
import { verdictOf, type Finding, type Verdict } from "../../src/doctor/finding.ts";
import { wantedApp } from "../../src/core/wanted-app.ts";

/** Verdict, what is said, and what is to be done. */
type Row = readonly [Verdict, RegExp, RegExp?];

function expectFindings(findings: readonly Finding[], ...rows: readonly Row[]): void {
  expect(findings.map(({ verdict }) => verdict)).toEqual(rows.map(([verdict]) => verdict));
  for (const [index, [, says, fix]] of rows.entries()) {
    expect(findings[index]?.says).toMatch(says);
    if (fix) expect(findings[index]?.fix).toMatch(fix);
    else expect(findings[index]?.fix).toBeUndefined();
  }
}

const web = "https://github.com";
const app: RegisteredApp = {
  id: 7,
  slug: "frontdesk",
  ...wantedApp,
  settingsUrl: `${web}/organizations/acme/settings/apps/frontdesk`,
};
const installed: InstalledApp = {
  id: 70,
  account: "acme",
  ...wantedApp,
  isSuspended: false,
  url: `${web}/organizations/acme/settings/installations/70`,
};

describe("the model", () => {
  const works = {
    modelFile: "/m/onnx/model.onnx",
    dimensions: 384,
    pooling: "mean",
    isPoolingNamed: true,
    maxTokens: 256,
    textMs: 33.4,
  };
  it.each<[string, ModelLook, Row]>([
    [
      "works",
      works,
      [
        "ok",
        /^\/m\/onnx\/model\.onnx makes vectors of 384 numbers by mean of at most 256 tokens; a long text takes 33 ms\.$/,
      ],
    ],
    ["does not say how it pools", { ...works, isPoolingNamed: false }, ["ok", /No 1_Pooling\/config\.json says/]],
    ["is slow", { ...works, textMs: 1_234 }, ["warning", /takes 1234 ms/, /smaller model/]],
    [
      "is not there",
      { fault: "/m is not there" },
      ["problem", /^EMBEDDINGS_MODEL: \/m is not there\.$/, /does not start/],
    ],
  ])("%s", (_, look, row) => {
    expectFindings(checkModel(look), row);
  });

  it("is no matter where none is named", () => {
    expectFindings(checkModel(undefined));
  });
});

describe("the key", () => {
  const refused = (message: string) => new Error(`Could not ask GitHub who we are: ${message}`);
  it.each<[string, RegisteredApp | Error, Row]>([
    ["is the app's", app, ["ok", /one of the app "frontdesk" \(7\)/]],
    [
      "is another app's",
      refused("A JSON web token could not be decoded"),
      ["problem", /none of app 7/, /Make a new key/],
    ],
    [
      "is of an app that there is not",
      refused("Integration not found"),
      ["problem", /knows no app 7/, /not Client ID/],
    ],
    [
      "is refused for the time",
      refused("'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"),
      ["problem", /because of its time/, /clock right/],
    ],
    ["cannot be judged", refused("Bad gateway"), ["problem", /Bad gateway/, /githubstatus/]],
  ])("%s", (_, asked, row) => expectFindings([checkKey(7, asked)], row));
});

describe("the clock", () => {
  it.each<[number, Row]>([
    [0, ["ok", /goes with GitHub's/]],
    [-9_000, ["ok", /goes with/]],
    [12_000, ["warning", /12 s behind GitHub's/, /NTP/]],
    [-59_000, ["warning", /59 s ahead of/, /NTP/]],
    [60_000, ["problem", /60 s behind[^]*refuses/, /NTP/]],
    [-3_600_000, ["problem", /3600 s ahead of/, /NTP/]],
  ])("of which GitHub's is %i ms ahead", (lead, row) => expectFindings([checkClock(lead)], row));
});

describe("permissions", () => {
  const check = (registered: RegisteredApp, ...installations: readonly InstalledApp[]) =>
    checkPermissions(wantedApp, registered, installations, web);
  const { issues: _, ...withoutIssues } = wantedApp.permissions;
  const withoutMilestone = wantedApp.events.filter((it) => it !== "milestone");

  it("are all there", () => {
    expectFindings(check(app, installed), ["ok", /one installation has/]);
    expectFindings(check(app, installed, { ...installed, id: 71 }), ["ok", /All 2 installations/]);
  });

  it("that the app does not ask for are told once, with where to add them", () => {
    const poor = { ...app, permissions: { ...withoutIssues, contents: "read" }, events: withoutMilestone };
    const same = { ...installed, permissions: poor.permissions, events: poor.events };
    expectFindings(check(poor, same, { ...same, id: 71 }), [
      "problem",
      /does not ask for contents: write \(has read\), issues: write, the event milestone\./,
      /organizations\/acme\/settings\/apps\/frontdesk\/permissions/,
    ]);
  });

  it("that an installation has not accepted are told with where to accept them", () => {
    expectFindings(check(app, { ...installed, permissions: withoutIssues }, { ...installed, id: 71, account: "zoo" }), [
      "problem",
      /^acme \(installation 70\) has not accepted issues: write\.$/,
      /owner of acme accepts it on https:\/\/github\.com\/organizations\/acme\/settings\/installations\/70/,
    ]);
    expectFindings(check(app, { ...installed, events: withoutMilestone }), [
      "problem",
      /the event milestone/,
      /accepts/,
    ]);
  });

  it("that are optional are no problem where they are lacking", () => {
    const asks = { ...app, permissions: { ...app.permissions, organization_projects: "write" } };
    expectFindings(check(asks, installed), ["warning", /organization_projects: write, which is optional/, /accepts/]);
  });

  it("that go further do as well", () => {
    expectFindings(check(app, { ...installed, permissions: { ...wantedApp.permissions, issues: "admin" } }), [
      "ok",
      /has/,
    ]);
  });

  it("are not looked at where the app is suspended, or installed nowhere", () => {
    const suspended = { ...installed, isSuspended: true, permissions: {} };
    expectFindings(check(app, suspended), ["warning", /acme \(installation 70\) has suspended/, /installations\/70/]);
    expectFindings(check(app), ["warning", /installed nowhere/, /apps\/frontdesk\/installations\/new/]);
  });

  it("of a thousand installations are told of twenty", () => {
    const many = Array.from({ length: 1_000 }, (__, id) => ({ ...installed, id, permissions: withoutIssues }));
    const findings = check(app, ...many);
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.says).toBe("980 more installations lack something.");
  });
});

describe("webhooks", () => {
  const config: WebhookConfig = {
    url: "https://desk.example.com/api/github/webhooks",
    isJson: true,
    isVerified: true,
    hasSecret: true,
  };
  const attempt = (guid: string, statusCode = 202, status = "OK"): DeliveryAttempt => ({
    guid,
    statusCode,
    status,
    at: new Date("2026-11-30"),
    event: "push",
  });
  const facts: WebhookFacts = {
    config,
    attempts: [attempt("b"), attempt("a")],
    publicUrl: "https://desk.example.com",
    settingsUrl: app.settingsUrl,
    isNewestOurs: true,
  };
  const failing = (code: number, status: string) => ["c", "b", "a"].map((guid) => attempt(guid, code, status));

  it.each<[string, Partial<WebhookFacts>, Row]>([
    ["come", {}, ["ok", /come to https:\/\/desk\.example\.com/]],
    ["come, as far as can be known", { isNewestOurs: undefined, publicUrl: undefined }, ["ok", /come to/]],
    [
      "have no URL",
      { config: { ...config, url: "" } },
      ["problem", /sends none/, /desk\.example\.com\/api\/github\/webhooks/],
    ],
    [
      "go to another path",
      { config: { ...config, url: "https://desk.example.com/" } },
      ["problem", /nobody takes them/, /Set the URL/],
    ],
    [
      "go to another host",
      { publicUrl: "https://other.example.com" },
      ["warning", /go to desk\.example\.com/, /second name/],
    ],
    [
      "go over http",
      { config: { ...config, url: "http://desk.example.com/api/github/webhooks" } },
      ["warning", /over http/, /https/],
    ],
    ["come as forms", { config: { ...config, isJson: false } }, ["problem", /as forms/, /application\/json/]],
    ["are not signed", { config: { ...config, hasSecret: false } }, ["problem", /does not sign/, /WEBHOOK_SECRET/]],
    ["go to any certificate", { config: { ...config, isVerified: false } }, ["warning", /certificate/, /SSL/]],
    ["were never sent", { attempts: [] }, ["warning", /sent none within the last three days/, /active/]],
    [
      "have another secret",
      { attempts: failing(400, "Invalid HTTP Response: 400") },
      ["problem", /last 3 did not get through: Invalid HTTP Response: 400 \(400\)/, /secret/],
    ],
    ["lead elsewhere", { attempts: failing(404, "Invalid HTTP Response: 404") }, ["problem", /404/, /proxy sends it/]],
    [
      "are too large for a proxy",
      { attempts: failing(413, "Invalid HTTP Response: 413") },
      ["problem", /413/, /25 MB/],
    ],
    ["find the app not ready", { attempts: failing(503, "Invalid HTTP Response: 503") }, ["problem", /503/, /readyz/]],
    [
      "find no app behind the proxy",
      { attempts: failing(502, "Invalid HTTP Response: 502") },
      ["problem", /502/, /app running/],
    ],
    [
      "reach nobody",
      { attempts: failing(502, "failed to connect to host") },
      ["problem", /failed to connect to host \(502\)/, /does not reach/],
    ],
    ["time out", { attempts: failing(0, "timed out") }, ["problem", /timed out \(0\)/, /firewall/]],
    [
      "come to somebody else",
      { isNewestOurs: false },
      ["problem", /not in this database/, /DATA_FOLDER and DATABASE_URL/],
    ],
    [
      "got lost now and then",
      { attempts: [attempt("c"), attempt("b", 0, "timed out"), attempt("a")] },
      ["warning", /1 of the last 3/, /each hour/],
    ],
    [
      "got through the second time",
      { attempts: [attempt("b"), attempt("a"), attempt("a", 0, "timed out")] },
      ["ok", /come to/],
    ],
    [
      "failed just now",
      { attempts: [attempt("c", 0, "timed out"), attempt("b")] },
      ["warning", /1 of the last 2/, /each hour/],
    ],
  ])("%s", (_, given, row) => expectFindings(checkWebhooks({ ...facts, ...given }), row));
});

describe("the database", () => {
  const open = {
    state: "open",
    place: "/data/frontdesk.db",
    engine: "sqlite",
    version: "3.50.4",
    writeProblem: undefined,
    pending: [],
    unknown: [],
  } as const;
  const server = { ...open, engine: "postgres", version: "18.4", place: "PostgreSQL at db:5432/frontdesk" } as const;
  it.each<[string, Parameters<typeof checkDatabase>[0], Row]>([
    ["is in order", open, ["ok", /frontdesk\.db can be written[^]*SQLite 3\.50\.4/]],
    ["is in order on a server", { ...server, connections: { used: 80, max: 100 } }, ["ok", /PostgreSQL 18\.4/]],
    ["is missing", { state: "missing", place: "/data/frontdesk.db" }, ["warning", /none at \/data/, /first start/]],
    [
      "cannot be reached",
      { state: "unusable", place: "The server of DATABASE_URL", why: "connect ECONNREFUSED" },
      ["problem", /ECONNREFUSED/, /DATABASE_URL/],
    ],
    [
      "cannot be written",
      { ...open, writeProblem: "the disk is almost full" },
      ["problem", /almost full/, /Make room/],
    ],
    ["is of a newer version", { ...open, unknown: ["9999-x"] }, ["problem", /newer version[^]*9999-x/, /backup/]],
    ["is of an earlier version", { ...open, pending: ["0030", "0031"] }, ["warning", /2 migrations/, /next start/]],
    ["is old", { ...server, version: "13.9" }, ["warning", /no fixes/, /Upgrade/]],
    [
      "has few connections left",
      { ...server, connections: { used: 81, max: 100 } },
      ["warning", /81 of the server's 100/, /max_connections/],
    ],
  ])("%s", (_, facts, row) => expectFindings(checkDatabase(facts), row));
});

describe("the queue", () => {
  const now = new Date("2026-11-30T09:00:00Z");
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const counts = { waiting: 2, running: 1, done: 9, dead: 0, refused: 0, gone: 3 };
  const facts: QueueFacts = { counts, oldestWaiting: undefined, lastWebhook: undefined, stuck: 0, now };
  it.each<[string, Partial<QueueFacts>, Row]>([
    ["is in order", {}, ["ok", /2 wait, 1 are in progress/]],
    ["is worked on", { oldestWaiting: ago(59) }, ["ok", /2 wait/]],
    ["is late", { oldestWaiting: ago(60) }, ["warning", /oldest of 2[^]*1 min/, /a process works/]],
    ["stands still", { oldestWaiting: ago(300) }, ["problem", /5 min/, /a process works/]],
    ["has lost its worker", { stuck: 4 }, ["problem", /4 are held by a worker that is gone/, /start one/]],
    ["has dead letters", { counts: { ...counts, dead: 3 } }, ["warning", /3 were given up/, /inbox list --dead/]],
    ["was refused something", { counts: { ...counts, refused: 1 } }, ["warning", /refused a part/, /--refused/]],
  ])("%s", (_, given, row) => expectFindings(checkQueue({ ...facts, ...given }), row));
});

describe("limits", () => {
  const resetAt = new Date("2026-11-30T10:00:00Z");
  const left = (remaining: number, resource = "core") => [{ resource, limit: 5_000, remaining, resetAt }];
  it("are far away", () => {
    const budgets = [{ installation: installed, budgets: [...left(500), ...left(5_000, "graphql")] }];
    expectFindings(checkLimits({ budgets, others: 0 }), ["ok", /1 installations have more/]);
    expectFindings(checkLimits({ budgets, others: 7 }), ["ok", /7 were not asked/]);
    expect(checkLimits({ budgets: [], others: 0 })).toEqual([]);
  });

  it("are near, or not known", () => {
    const budgets = [
      { installation: installed, budgets: left(499, "graphql") },
      { installation: { ...installed, id: 71 }, budgets: new Error("an IP allow list") },
    ];
    expectFindings(
      checkLimits({ budgets, others: 0 }),
      [
        "warning",
        /acme \(installation 70\) has 499 of 5000 left for graphql, until 2026-11-30T10:00/,
        /nothing is lost/,
      ],
      ["warning", /installation 71[^]*an IP allow list/, /permissions/],
    );
  });
});

describe("the machine", () => {
  const gigabyte = 1024 ** 3;
  const folder = { path: "/data", mode: 0o40700, isWritable: true, free: 20 * gigabyte };
  const facts: MachineFacts = { node: "24.16.0", folder, hasServer: false };
  const good: readonly Row[] = [
    ["ok", /24\.16\.0/],
    ["ok", /this user's alone/],
    ["ok", /20480 MB/],
  ];
  it.each<[string, Partial<MachineFacts>, readonly Row[]]>([
    ["is in order", {}, good],
    ["has a newer Node", { node: "26.1.0" }, [["ok", /26\.1\.0/], ...good.slice(1)]],
    ["has an old Node", { node: "24.15.9" }, [["problem", /too old/, /24\.16/], ...good.slice(1)]],
    [
      "lets others look",
      { folder: { ...folder, mode: 0o40755 } },
      [good[0]!, ["warning", /Others/, /chmod 700 \/data/], good[2]!],
    ],
    ["has no folder yet", { folder: { ...folder, mode: undefined } }, [good[0]!, ["ok", /first start/], good[2]!]],
    [
      "cannot write",
      { folder: { ...folder, isWritable: false } },
      [good[0]!, ["problem", /cannot be written/, /user/], good[2]!],
    ],
    [
      "has a full disk",
      { folder: { ...folder, free: 64 * 1024 ** 2 - 1 } },
      [...good.slice(0, 2), ["problem", /63 MB/, /Make room/]],
    ],
    [
      "has little room",
      { folder: { ...folder, free: gigabyte - 1 } },
      [...good.slice(0, 2), ["warning", /1023 MB/, /Make room/]],
    ],
    [
      "needs no folder",
      { hasServer: true, folder: { ...folder, mode: undefined, isWritable: false } },
      [good[0]!, ["ok", /on the server/]],
    ],
  ])("%s", (_, given, rows) => expectFindings(checkMachine({ ...facts, ...given }), ...rows));
});

describe("the dashboard", () => {
  const facts: DashboardFacts = {
    publicUrl: "https://desk.example.com",
    canSignIn: true,
    operators: ["mia"],
    trustedProxies: 1,
    answers: "us",
  };
  it.each<[string, Partial<DashboardFacts>, Row]>([
    ["is in order", {}, ["ok", /answers; people can sign in/]],
    ["lets nobody in, as set", { canSignIn: false, operators: [] }, ["ok", /nobody can sign in, as set/]],
    ["has no address", { publicUrl: undefined, answers: undefined }, ["warning", /PUBLIC_URL is not set/, /Set it/]],
    ["does not answer", { answers: new Error("connect ECONNREFUSED") }, ["warning", /ECONNREFUSED/, /app runs/]],
    ["is somebody else's", { answers: "somebody else" }, ["warning", /Something else/, /proxy/]],
    ["has operators who cannot sign in", { canSignIn: false }, ["warning", /nobody can sign in/, /CLIENT_ID/]],
    ["has no operators", { operators: [] }, ["warning", /OPERATORS is empty/, /logins/]],
    ["takes all for one", { trustedProxies: 0 }, ["warning", /TRUSTED_PROXIES is 0/, /X-Forwarded-For/]],
  ])("%s", (_, given, row) => expectFindings(checkDashboard({ ...facts, ...given }), row));
});

it.each<[readonly Verdict[], Verdict]>([
  [[], "ok"],
  [["ok", "ok"], "ok"],
  [["ok", "warning"], "warning"],
  [["warning", "problem", "ok"], "problem"],
])("the verdict on %j is %s", (verdicts, worst) => {
  expect(verdictOf(verdicts.map((verdict) => ({ check: "x", verdict, says: "x" })))).toBe(worst);
});
