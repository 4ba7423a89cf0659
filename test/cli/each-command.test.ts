import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processHolder } from "../../src/queue/process-holder.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { RequestStore } from "../../src/features/feature-requests/store/request-store.ts";
import { createProgram } from "../../src/cli.ts";
import { aRequest, repository as widgets } from "../helpers/builders.ts";
import type { CommandLine, Ran } from "./run-lines.ts";

/** Every command once as it is meant and once wrongly, in one process for all. */

const folder = await mkdtemp(join(tmpdir(), "frontdesk-each-"));
const at = (name: string) => join(folder, name);
const data = ["--data", at("data")];
const none = ["--data", at("nowhere")];

let github: Server;
let apiUrl = "";
let ran: readonly Ran[];

/** A GitHub that refuses whatever is asked, with the status that stands first in the address. */
async function startRefusing(): Promise<void> {
  github = createServer((request, response) => {
    const status = Number(request.url?.split("/")[1] ?? 500);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ message: status === 401 ? "Bad credentials" : "Refused", documentation_url: "" }));
  }).listen(0, "127.0.0.1");
  await once(github, "listening");
  const address = github.address();
  apiUrl = `http://127.0.0.1:${typeof address === "object" ? String(address?.port) : ""}`;
}

const config = `calendars: { office: { timezone: Europe/Berlin, hours: { mon-fri: 09:00-17:00 } } }
on-call: { timezone: UTC, layers: [{ name: main, people: [ann], start: 2026-03-02 }] }
`;
const asker = { author: { login: "ann" }, createdAt: "2026-03-02T09:00:00Z" };
const exported = {
  number: 1,
  url: "https://github.com/acme/widgets/discussions/1",
  title: "Why?",
  body: "So?",
  category: { slug: "q-a", name: "Q&A", isAnswerable: true },
  ...asker,
  comments: { nodes: [] },
};

beforeAll(async () => {
  await startRefusing();
  const database = await openDatabase({ dataFolder: at("data") });
  const records = new RecordStore(database);
  await records.rememberRepository(widgets);
  const question = { title: "名前 \u001B[31m👩\u200D👧", url: "https://github.com/acme/widgets/discussions/12" };
  const threshold = { value: 0.6, base: 0.6, from: "default", moved: 0, because: "as shipped" } as const;
  const silent = { mode: "shadow", question, items: [], threshold, because: "the best match is weak" } as const;
  await records.recordSuggestion(widgets, 12, silent, new Date("2026-03-02T10:00:00Z"));
  await new RequestStore(database).keepRequest(widgets, aRequest({ number: 1 }));
  const inbox = new InboxStore(database, processHolder(database.engine));
  const position = { orderKey: `thread:${widgets.id}:12`, installation: 1, priority: 1 };
  await inbox.accept(
    { id: "d-1", name: "discussion", payload: { action: "created" } },
    position,
    new Date(),
    "nothing: \u001B[2J",
  );
  await database.close();

  await mkdir(at("newer"));
  const newer = await openDatabase({ dataFolder: at("newer") });
  await newer.close();
  const file = new DatabaseSync(join(at("newer"), "frontdesk.db"));
  file.exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')");
  file.close();

  await mkdir(at("docs"));
  const files = {
    "frontdesk.yml": config,
    "broken.yml": "on-call: 7\n",
    "FAQ.md": "# FAQ\n\n## Why?\n\nSo.\n",
    "answer.md": "Press the button.\n",
    "docs/start.md": "# Start\n\nPress the button.\n",
    "corpus.jsonl": '{"id":"docs:1","kind":"docs","title":"Start","body":"Press the button."}\n',
    "queries.jsonl": '{"id":"q:1","title":"How do I start?","body":""}\n',
    "threads.json": JSON.stringify([exported]),
    "garbage.gz": "no archive",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(at(name), text);
  ran = await runAll([...right, ...wrong.map(([args, , , env]) => ({ args, ...(env && { env }) }))].map(filled));
}, 120_000);
afterAll(async () => {
  github.close();
  await rm(folder, { recursive: true, force: true });
});

async function runAll(lines: readonly CommandLine[]): Promise<readonly Ran[]> {
  const child = execFile(process.execPath, ["test/cli/run-lines.ts"], {
    env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] },
    maxBuffer: 50_000_000,
  });
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (more) => (stdout += String(more)));
  child.stderr?.on("data", (more) => (stderr += String(more)));
  child.stdin?.end(JSON.stringify(lines));
  await once(child, "close");
  expect(stderr).toBe("");
  return JSON.parse(stdout) as readonly Ran[];
}

/** The address of the GitHub that refuses is known when it listens. */
function filled({ args, ...rest }: CommandLine): CommandLine {
  return { ...rest, args: args.map((it) => it.replace("$GITHUB", apiUrl)) };
}

const sets = ["--corpus", at("corpus.jsonl"), "--queries", at("queries.jsonl"), "--out", at("run.jsonl")];
const addToFaq = ["faq", "add", "--file", at("FAQ.md"), "--answer", at("answer.md")];
const yml = ["--config", at("frontdesk.yml")];
const day = ["--from", "2026-03-02", "--to", "2026-03-03"];

/** All of these end with 0, and those with `--json` print one JSON value and nothing else. */
const right: readonly CommandLine[] = [
  ["--version"],
  ["--help"],
  ["inbox", "list"],
  ["inbox", "list", ...data, "--json"],
  ["inbox", "show", "d-1", ...data],
  ["inbox", "show", "d-1", ...data, "--json"],
  ["explain", "acme/widgets#12", ...data],
  ["explain", "https://github.com/acme/widgets/discussions/12#discussioncomment-7", ...data, "--json"],
  ["shadow", ...data],
  ["shadow", ...data, "--json"],
  ["requests", ...data],
  ["requests", ...data, "--json"],
  ["backfill", ...data],
  ["backfill", ...data, "--json"],
  ["interviews", ...data],
  ["interviews", ...data, "--json"],
  ["forget", "@ann", ...data],
  ["forget", "@ann", ...data, "--json"],
  ["faq", "list", "--file", at("FAQ.md")],
  ["faq", "list", "--file", at("FAQ.md"), "--json"],
  [...addToFaq, "--question", "How do I start?"],
  [...addToFaq, "--question", "How do I start?", "--json"],
  ["faq", "stats", ...data],
  ["faq", "stats", ...data, "--json"],
  ["db", "status", ...data],
  ["db", "status", ...data, "--json"],
  ["db", "migrate", ...data, "--check"],
  ["db", "migrate", ...data, "--check", "--json"],
  ["db", "export", ...data, "--out", at("dump.gz"), "--json"],
  ["db", "import", at("dump.gz"), "--data", at("copy"), "--json"],
  ["office-hours", ...yml, ...day],
  ["office-hours", ...yml, ...day, "--json"],
  ["rota", ...yml, ...day],
  ["rota", ...yml, ...day, "--json"],
  ["clock", ...yml, "--from", "2026-03-02T09:00:00Z", "--target", "2h"],
  ["clock", ...yml, "--from", "2026-03-02T09:00:00Z", "--to", "2026-03-03T09:00:00Z", "--json"],
  ["check-config", at("frontdesk.yml")],
  ["check-config", at("frontdesk.yml"), "--json"],
  ["index-docs", at("docs")],
  ["rank", ...sets],
  ["rank", ...sets, "--json"],
  ["report", "--from-export", at("threads.json"), ...day],
  ["report", "--from-export", at("threads.json"), ...day, "--json"],
  ["backtest", "--from-export", at("threads.json"), "--docs", at("docs"), "--json"],
  ["completion", "bash"],
].map((args) => ({ args, env: { DATA_FOLDER: at("data") } }));

const token = { GITHUB_TOKEN: "ghp_none" };

/** What was typed, how it ends, what is said, and the environment. */
const wrong: readonly (readonly [readonly string[], number, RegExp, Readonly<Record<string, string>>?])[] = [
  [["inbux"], 2, /Did you mean inbox/],
  [["start", "--role", "king"], 2, /Allowed choices are all, web, worker/],
  [["doctor", "--fast"], 2, /unknown option/],
  [["inbox", "list", ...none], 2, /no Frontdesk database in .*--data or DATA_FOLDER/],
  [["inbox", "list", ...data, "--limit", "many"], 2, /whole number from 1/],
  [["inbox", "show", "d-9", ...data], 2, /no delivery with this id/],
  [["inbox", "retry", "d-1", ...data], 2, /no delivery that was given up/],
  [["explain", "acme", ...data], 2, /no address of a discussion, such as/],
  [["explain", "https://github.com/acme/widgets/issues/3", ...data], 2, /An issue is no discussion/],
  [["explain", "https://github.com/orgs/acme/discussions/3", ...data], 2, /Name it: frontdesk explain owner\/repo#12/],
  [["explain", "acme/gadgets#1", ...data], 2, /No repository acme\/gadgets is served here. Served are acme\/widgets/],
  [["explain", "acme/widgets#99", ...data], 2, /Nothing is on record of acme\/widgets#99/],
  [["shadow", ...data, "--since", "yesterday"], 2, /a time in ISO 8601/],
  [["requests", ...data, "--by", "luck"], 2, /votes, age, urgency, completeness/],
  [["backfill", "widgets", ...data], 2, /"widgets" is no repository: write owner\/name/],
  [["interviews", "acme/none", ...data], 2, /No repository acme\/none/],
  [["forget", "a b", ...data], 2, /a login on GitHub/],
  [["faq", "list", "--file", at("none.md")], 2, /none\.md cannot be read: it is not there/],
  [
    ["faq", "add", "--file", at("FAQ.md"), "--question", "Why?", "--answer", at("docs")],
    2,
    /cannot be read: it is a folder/,
  ],
  [[...addToFaq, "--question", "Why?"], 2, /answers the same question/],
  [["faq", "stats", ...none], 2, /no Frontdesk database/],
  [["calendar", "--repository", "acme/widgets", ...data], 1, /has no calendar/],
  [["calendar", ...data], 2, /required option/],
  [["db", "status", ...none], 2, /no Frontdesk database/],
  [["db", "status", "--data", at("newer")], 3, /written by a newer version of Frontdesk .* Start that version/],
  [["shadow", "--data", at("newer")], 3, /written by a newer version/],
  [["faq", "list"], 2, /required option '--file <file>'/],
  [["office-hours", "--repository", "https://x"], 2, /It must be owner and name/],
  [["db", "migrate", ...none, "--check"], 1, /no database yet/],
  [["db", "export", ...data, "--out", at("FAQ.md/dump.gz")], 2, /cannot be written: a part of the path is a file/],
  [["db", "export", ...data, "--out", at("none/dump.gz")], 2, /cannot be written: it is not there/],
  [["db", "import", at("none.gz"), "--data", at("other")], 2, /cannot be read: it is not there. Nothing was changed/],
  [["db", "import", at("garbage.gz"), "--data", at("other")], 2, /Nothing was changed/],
  [["office-hours", "--config", at("broken.yml")], 2, /broken\.yml:1:/],
  [["rota", ...yml, "--from", "2026-02-30"], 2, /a time in ISO 8601/],
  [["rota", "--config", at("none.yml")], 2, /none\.yml cannot be read: it is not there/],
  [["clock", ...yml, "--from", "2026-03-02T09:00:00Z"], 2, /give either --to or --target/],
  [["check-config", at("none.yml")], 2, /cannot be read/],
  [["index-docs", at("none")], 2, /does not exist/],
  [["rank", ...sets.slice(2), "--corpus", at("broken.yml")], 2, /broken\.yml:1: is not JSON/],
  [["report"], 2, /Name a repository with --repo owner\/name/],
  [["report", "--from-export", at("broken.yml")], 2, /broken\.yml:1:/],
  [["report", "--repo", "acme/widgets", "--format", "pdf", ...data], 2, /none of md, json, csv, html/],
  [["backtest"], 2, /Name one source/],
  [["backtest", "--from-export", at("none.json")], 2, /cannot be read/],
  [["export", "acme/widgets", "--out", at("t.json")], 2, /Set FRONTDESK_TOKEN or GITHUB_TOKEN/],
  [["export", "widgets", "--out", at("t.json")], 2, /is not owner\/repo/, token],
  [["export", "acme/widgets", "--out", at("none/t.json")], 2, /cannot be written/, token],
  [
    ["export", "acme/widgets", "--out", at("t.json"), "--api-url", "$GITHUB/401"],
    5,
    /does not accept our credentials/,
    token,
  ],
  [["export", "acme/widgets", "--out", at("t.json"), "--api-url", "$GITHUB/403"], 5, /refused|lacks/, token],
  [
    ["export", "acme/widgets", "--out", at("t.json"), "--api-url", "$GITHUB/404"],
    2,
    /Does it exist, and may the token read it/,
    token,
  ],
  [
    ["export", "acme/widgets", "--out", at("t.json"), "--api-url", "nonsense"],
    2,
    /It must be an address such as https/,
    token,
  ],
  [
    ["export", "acme/widgets", "--out", at("t.json"), "--api-url", "http://127.0.0.1:9"],
    5,
    /Look at the network/,
    token,
  ],
  [["inbox", "list"], 3, /nobody listens there.*DATABASE_URL/, { DATABASE_URL: "postgres://127.0.0.1:9/x" }],
  [["completion", "tcsh"], 2, /Allowed choices are bash, zsh, fish/],
];

describe("what is typed as it is meant", () => {
  it.each(right.map(({ args }, i) => [args.map((it) => it.replace(folder, "")).join(" "), i] as const))(
    "%s",
    (_, i) => {
      const { status, stdout, stderr } = ran[i] ?? {};
      expect({ status, stderr: stderr?.replaceAll(/^[\w ]*(?:rows|warning|Note).*$\n?/gmu, "") }).toEqual({
        status: 0,
        stderr: "",
      });
      expect(stdout).not.toMatch(/[^\P{Cc}\n\t]/u);
      if (right[i]?.args.includes("--json")) expect(() => JSON.parse(stdout ?? "") as unknown).not.toThrow();
      else expect(stdout?.trim()).not.toBe("");
    },
  );
});

describe("what is typed wrongly", () => {
  it.each(
    wrong.map(([args, code, said], i) => [args.map((it) => it.replace(folder, "")).join(" "), code, said, i] as const),
  )("%s: %i", (_, code, said, i) => {
    const { status, stdout = "", stderr = "" } = ran[right.length + i] ?? {};
    expect({ status, said: stderr }).toEqual({ status: code, said: expect.stringMatching(said) });
    expect(stdout).toBe("");
    expect(stderr).not.toMatch(/^ +at /mu);
    expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(3);
  });
});

it("every command has examples in its help: a lesson in src/cli/help, or text of its own", async () => {
  const { commands } = await createProgram();
  const leaves = commands.flatMap((it) => (it.commands.length === 0 ? [[it]] : it.commands.map((sub) => [it, sub])));
  const untaught = leaves.filter((path) => !/^Examples?:$/mu.test(helpOf(path.at(-1))));
  expect(untaught.map((path) => path.map((it) => it.name()).join(" "))).toEqual([]);
});

function helpOf(command: Command | undefined): string {
  let help = "";
  command?.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help;
}
