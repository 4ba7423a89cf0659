import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocalGitHub } from "local-github-server";
import { startCheckedGitHub } from "local-github-server/checks";
import { createLabel, createOrganization, createRepository, createUser, openIssue } from "local-github-server/world";
import { clientWith, personOf } from "../github-client.ts";

/** One exchange with the real GitHub, as @octokit/fixtures recorded it. */
interface Recording {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly response: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly reqheaders: Readonly<Record<string, string>>;
}

/**
 * Fields of recordings that GitHub no longer sends or that only some answers have, by the scenario's own age:
 * the description of today does not require them.
 */
const GONE = new Set(["sub_issues_summary", "issue_dependencies_summary", "type", "pinned_comment"]);

const SCENARIOS = [
  "create-file",
  "git-refs",
  "labels",
  "add-labels-to-issue",
  "paginate-issues",
  "errors",
  "get-archive",
  "get-content",
] as const;

let github: LocalGitHub;
/** The ids that stand in recordings, and what they are here. */
const ids = new Map<string, string>();

beforeAll(async () => {
  github = await startCheckedGitHub({
    seed: async (world, _app, git) => {
      const owner = createUser(world, "octokit-fixture-user-a");
      const organization = createOrganization(world, "octokit-fixture-org", { owners: [owner] });
      const author = { name: "Octokit", email: "octokit@example.com", date: "2017-10-10T16:00:00Z" };
      for (const name of [...SCENARIOS, "hello-world"]) {
        const defaultBranchName = name === "hello-world" ? "master" : "main";
        const repository = createRepository(world, organization, name, { defaultBranchName });
        const files = [{ path: "README.md", content: `# ${name}` }];
        const first = await git(repository).importFiles(defaultBranchName, files, {
          message: "initial commit",
          author,
        });
        if (name === "git-refs") {
          const next = { message: "next", author, keep: true };
          const second = await git(repository).importFiles("main", [{ path: "a.md", content: "a" }], next);
          ids
            .set("0000000000000000000000000000000000000002", first)
            .set("0000000000000000000000000000000000000001", second);
        }
        if (name === "labels") {
          const label = { name: "bug", color: "d73a4a", description: "Something isn't working" };
          createLabel(world, owner, repository, label);
        }
        if (name === "paginate-issues") {
          for (let number = 1; number <= 13; number += 1) {
            openIssue(world, owner, repository, { title: `Test issue ${number}`, body: "Body" });
          }
          ids.set("/repositories/1000/", `/repositories/${repository.databaseId}/`);
        }
      }
    },
  });
});
afterAll(() => github.close());

describe("the real GitHub, as it was recorded", () => {
  it.each(SCENARIOS)("%s is answered alike here", async (scenario) => {
    const recordings = load(scenario);
    const known = personOf(github, "octokit-fixture-user-a");
    const elsewhere = clientWith(github.url, github.tokenFor("octokit-fixture-user-a"));
    expect(recordings.length).toBeGreaterThan(0);
    for (const recording of recordings) {
      const call = recording.path.includes("legacy.tar.gz") ? elsewhere : known;
      const body = recording.body === "" ? undefined : JSON.parse(here(JSON.stringify(recording.body)));
      const request = `${recording.method.toUpperCase()} ${here(recording.path)}`;
      const answer = await call(request, body, { accept: recording.reqheaders["accept"] ?? "*/*" });
      expect([request, answer.status]).toEqual([request, recording.status]);
      expect(differences(recording.response, answer.body, "").map((difference) => request + difference)).toEqual([]);
      const link = answer.headers.get("link")?.replaceAll(github.url, "https://api.github.com");
      expect([request, link]).toEqual([
        request,
        recording.headers["link"] === undefined ? undefined : here(recording.headers["link"]),
      ]);
    }
  });
});

function load(scenario: string): readonly Recording[] {
  const path = import.meta.resolve(`@octokit/fixtures/scenarios/api.github.com/${scenario}/normalized-fixture.json`);
  return JSON.parse(readFileSync(new URL(path), "utf8"));
}

function here(text: string): string {
  return [...ids].reduce((result, [there, own]) => result.replaceAll(there, own), text);
}

/** Where an answer differs from the recording in keys or types; in error codes and messages also where in words. */
function differences(recorded: unknown, answered: unknown, path: string): string[] {
  // Lists may differ in length, as the recorded world had more in it; each item must look alike.
  if (Array.isArray(recorded) && Array.isArray(answered)) {
    const [first] = recorded;
    return answered.flatMap((item: unknown, index) => differences(first, item, `${path}/${index}`));
  }
  if (!isObject(recorded))
    return isSameKind(recorded, answered) ? sameWords(recorded, answered, path) : [`${path} is ${typeof answered}`];
  if (!isObject(answered)) return [`${path} is no object`];
  return Object.entries(recorded).flatMap(([key, value]) => {
    if (GONE.has(key)) return [];
    return key in answered ? differences(value, answered[key], `${path}/${key}`) : [`${path}/${key} is missing`];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}

/** Null stands for anything; bytes were recorded as text. */
function isSameKind(recorded: unknown, answered: unknown): boolean {
  if (recorded === null || answered === null || recorded === undefined) return true;
  return typeof recorded === typeof answered || (typeof recorded === "string" && Buffer.isBuffer(answered));
}

function sameWords(recorded: unknown, answered: unknown, path: string): string[] {
  if (!/^\/(?:message|errors\/\d+\/(?:code|field|resource))$/u.test(path)) return [];
  return recorded === answered ? [] : [`${path} says ${JSON.stringify(answered)}, not ${JSON.stringify(recorded)}`];
}
