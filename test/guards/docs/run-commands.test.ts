import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { markAnswer } from "local-github-server/world";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inDatabase } from "../../helpers/in-database.ts";
import { openDesk, type Desk } from "../../helpers/open-desk.ts";
import { docsCommands, isOurs } from "./commands.ts";
import { whyNotRun } from "./not-run.ts";
import { pages } from "./pages.ts";

// Each command of the docs that a test can run, in the order of its page, in a folder with what its page speaks of and
// on a desk that has been at work: `acme/widgets`, with an answered question and deliveries that were given up.

const commands = docsCommands.filter((it) => whyNotRun(it) === undefined);
const ofPages = Map.groupBy(commands, ({ page }) => page);

let desk: Desk;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-docs-"));
  desk = await openDesk({
    calm: true,
    publicUrl: "http://127.0.0.1:3000",
    files: { ".github/frontdesk.yml": yamlOf("docs/explanation/sessions.md", 0).replace("host: rota", "host: hana") },
  });
  const question = desk.ask("How can I change the log level to debug?", "I want to see every request.");
  await desk.settle();
  const answer = desk.comment(question, "Pass `--log-level debug`.", "hana");
  markAnswer(desk.github.world, desk.person("hana"), answer);
  await desk.settle();
  desk.github.faults.add({ kind: "status", status: 500, when: "before", on: "FindThread" });
  for (let at = 0; at < 4; at += 1) desk.ask(`Where is the log file of worker ${at}?`);
  while ((await desk.givenUp()) < 4) await desk.settle();
});

afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each([...ofPages])("the commands in %s", (page, all) => {
  it("do what the page says", { timeout: 600_000 }, async () => {
    const place = join(folder, page.replaceAll("/", "_"));
    await furnish(place, page);
    for (const { text, line, output } of all) {
      if (text.includes("frontdesk init")) await takeConfigAway(place);
      const { code, out, err } = await runIn(place, await filledIn(text, place));
      expect({ command: `${page}:${line} ${text}`, code, err: code === 0 ? "" : err }).toMatchObject({ code: 0 });
      if (output !== undefined) expect(trimmed(out)).toBe(trimmed(output));
    }
  });
});

/** The reader's checkout: the example's docs and FAQ, and a config as the page shows it. */
async function furnish(place: string, page: string): Promise<void> {
  await mkdir(join(place, ".github"), { recursive: true });
  await cp("demo/content/repository/docs", join(place, "docs"), { recursive: true });
  await writeFile(join(place, "answer.md"), "Press `Ctrl+C`.\n");
  await writeFile(join(place, "threads.json"), "");
  await copyFile("docs/examples/frontdesk.yml", join(place, ".github/frontdesk.yml"));
  await writeFile(join(place, "my-config.yml"), "docs: {}\n");
  const config = configOf[page];
  if (config !== undefined) await writeFile(join(place, ".github/frontdesk.yml"), config());
  await writeFile(
    join(place, ".github/holidays.ics"),
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
  );
}

/** `init` is for a checkout that has no config yet; the docs of one are in another folder. */
async function takeConfigAway(place: string): Promise<void> {
  await rm(join(place, ".github"), { recursive: true, force: true });
  await cp(join(place, "docs"), join(place, "handbook"), { recursive: true });
}

const yamlOf = (page: string, at: number) =>
  pages.find(({ path }) => path === page)?.blocks.filter(({ language }) => language === "yaml")[at]?.text ?? "";

/** Pages that show what comes of the config they show; what it refers to beside that is added. */
const configOf: Readonly<Record<string, () => string>> = {
  "docs/explanation/business-time.md": () => yamlOf("docs/explanation/business-time.md", 0),
  "docs/explanation/sessions.md": () => {
    const [clinic = "", roadmap = ""] = yamlOf("docs/explanation/sessions.md", 0).split("  - name: roadmap");
    const differs = yamlOf("docs/explanation/sessions.md", 1).replaceAll(/^/gmu, "    ");
    return `${clinic}${differs}\n  - name: roadmap${roadmap}
calendars: { default: { timezone: Europe/Berlin, hours: 24/7 } }
on-call:
  timezone: Europe/Berlin
  layers: [{ name: all, people: [bob], start: 2026-01-05 }]
  covers: [{ who: ann, from: 2026-12-22, to: 2027-01-10 }]
`;
  },
};

/** A command with the reader's own names in the place of those that stand for them. */
async function filledIn(text: string, place: string): Promise<string> {
  const dead = text.includes("<id>") ? await givenUpId() : "";
  return text
    .replaceAll("<id>", dead)
    .replaceAll("@login", "@sam")
    .replaceAll("owner/repo", "acme/widgets")
    .replaceAll("path/to/checkout", place)
    .replaceAll("GITHUB_TOKEN=…", "");
}

/** One that was not put back into the line yet. */
async function givenUpId(): Promise<string> {
  const [dead] = await inDatabase(desk, "select id from deliveries where state = 'dead'");
  return String(dead?.["id"]);
}

/** Runs a command as the reader's shell would; where a database is made anew, in a data folder of its own. */
async function runIn(place: string, command: string) {
  const isNew = command.includes("db import");
  const child = spawn("bash", ["-c", `set -o pipefail; frontdesk() { node "$BIN" "$@"; }; ${byName(command)}`], {
    cwd: place,
    env: {
      PATH: `${resolve(process.execPath, "..")}:${process.env["PATH"] ?? ""}`,
      BIN: resolve("bin/frontdesk.js"),
      HOME: place,
      DATA_FOLDER: isNew ? join(place, "new") : desk.place.dataFolder,
      GITHUB_API_URL: desk.github.url,
      GITHUB_TOKEN: desk.github.tokenFor("mia"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { ...said, code };
}

/** `npm run frontdesk --` is the same program, from a checkout. */
function byName(command: string): string {
  if (!isOurs(command)) throw new Error(`${command} is not for this test`);
  return command.replaceAll(/(?:npm run frontdesk --|npx frontdesk|node bin\/frontdesk\.js)/gu, "frontdesk");
}

/** Without spaces at the ends of lines, which a page cannot show. */
function trimmed(text: string): string {
  return text.replaceAll(/ +$/gmu, "").trim();
}
