/** What a report of a large export costs: seconds of each step, and memory at most. `npm run bench -- report`. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { print } from "./figures.ts";
import { seededChance } from "./seeded-chance.ts";

const sizes = [10_000, 100_000];
const hour = 3_600_000;
const start = Date.UTC(2021, 0, 1);
const config = `calendars:
  office: { timezone: Europe/Prague, hours: { mon-fri: "09:00-17:00" } }
watch:
  priorities: { p3: { first-response: 4h, next-response: 8h, resolution: 40h } }
`;

const folder = mkdtempSync(join(tmpdir(), "frontdesk-bench-"));
try {
  const settings = join(folder, "frontdesk.yml");
  writeText(settings, [config]);
  for (const size of sizes) {
    const file = join(folder, `${size}.json`);
    writeText(file, exported(size));
    const what = `${size.toLocaleString("en")} discussions, ${(statSync(file).size / 1e6).toFixed(0)} MB`;
    measure(`${what}: JSON`, file, ["--format", "json"]);
    measure(`${what}: JSON, with calendar and targets`, file, ["--format", "json", "--config", settings]);
    measure(`${what}: HTML`, file, ["--format", "html"]);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** A process of its own, as somebody at a terminal starts one. */
function measure(what: string, file: string, options: readonly string[]): void {
  const script = fileURLToPath(new URL("../bin/frontdesk.js", import.meta.url));
  const args = [script, "report", "--from-export", file, "--from", "2026-01-01", "--to", "2026-04-01", ...options];
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync("/usr/bin/time", ["-f", "%U %S %M", process.execPath, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - before) / 1000;
  if (status !== 0) throw new Error(stderr);
  // Others at work on the machine make seconds long; those of the processor are its own.
  const [user = 0, system = 0, memory = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  const took = `${(user + system).toFixed(1)} s of processor, ${seconds.toFixed(1)} s in all`;
  print(what, `${took}, ${(memory / 1000).toFixed(0)} MB at most, ${(stdout.length / 1e6).toFixed(1)} MB out`);
}

/** Six years of a busy project: three of four questions have comments, half of them an answer, some are closed. */
function* exported(count: number): Generator<string> {
  const chance = seededChance(7);
  const below = (max: number) => Math.floor(chance() * max);
  const time = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/u, "Z");
  const person = (prefix: string, of: number) => ({ login: `${prefix}${below(of)}`, __typename: "User" });
  yield `{"exportedAt":"2026-06-01T00:00:00Z","roles":${JSON.stringify(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`helper${index}`, "triage"])))},"threads":[\n`;
  for (let number = 1; number <= count; number += 1) {
    const opened = start + Math.floor((number / count) * 5.25 * 365 * 24) * hour;
    const comments = Array.from({ length: chance() < 0.25 ? 0 : 1 + below(4) }, (_, index) => ({
      id: `DC_${number}_${index}`,
      author: chance() < 0.6 ? person("helper", 12) : person("asker", count / 3),
      authorAssociation: "NONE",
      createdAt: time(opened + (index + 1) * (1 + below(40)) * hour),
      replies: {
        nodes: Array.from({ length: below(3) }, (__, reply) => ({
          id: `DC_${number}_${index}_${reply}`,
          author: chance() < 0.05 ? null : person("asker", count / 3),
          authorAssociation: "NONE",
          createdAt: time(opened + (index + 2 + reply) * (1 + below(60)) * hour),
        })),
      },
    }));
    const isAnswered = comments.length > 0 && chance() < 0.5;
    const isClosed = chance() < 0.3;
    const thread = {
      number,
      title: `How do I ${["cache", "deploy", "upgrade", "configure", "debug"][below(5)]} the ${["gearbox", "proxy", "plugin"][below(3)]} ${below(500)}?`,
      url: `https://github.com/acme/widgets/discussions/${number}`,
      createdAt: time(opened),
      closed: isClosed,
      closedAt: isClosed ? time(opened + 400 * hour) : null,
      stateReason: isClosed ? ["RESOLVED", "OUTDATED", "DUPLICATE"][below(3)] : null,
      isAnswered,
      answerChosenAt: isAnswered ? time(opened + 200 * hour) : null,
      answer: isAnswered ? { id: comments[0]?.id } : null,
      author: person("asker", count / 3),
      category: { name: "Q&A", slug: "q-a", isAnswerable: true },
      labels: { nodes: [{ name: `area: ${below(20)}` }] },
      upvoteCount: below(5),
      comments: { nodes: comments },
    };
    yield `${JSON.stringify(thread)}${number === count ? "" : ","}\n`;
  }
  yield "]}\n";
}

function writeText(file: string, pieces: Iterable<string>): void {
  const handle = openSync(file, "w");
  for (const piece of pieces) writeSync(handle, piece);
  closeSync(handle);
}
