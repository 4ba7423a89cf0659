import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import GithubSlugger from "github-slugger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GitRepository } from "local-github-server/git";
import { World, roleOf, type Repository } from "local-github-server/world";
import { loadContent } from "../../demo/seed/content.ts";
import { seedWorld } from "../../demo/seed/seed-world.ts";

const now = new Date("2026-03-01T12:00:00Z");
const docsAddress = "http://here.example/lowtide-labs/millrace/blob/main/";

let folder = "";
let git: GitRepository;
let repository: Repository;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-seed-"));
  git = await GitRepository.init(join(folder, "millrace.git"));
  const world = new World({ origin: "http://here.example", git: () => git });
  repository = await seedWorld(world, { content: loadContent(), now, docs: undefined, git: () => git });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** All that was written in the project. */
function texts(): readonly string[] {
  const comments = repository.discussions.flatMap(({ comments }) => comments);
  const written = [...repository.discussions, ...comments, ...comments.flatMap(({ replies }) => replies)];
  return [...written, ...repository.issues, ...repository.pullRequests].map(({ body }) => body);
}

async function anchorsOf(path: string): Promise<ReadonlySet<string>> {
  const blob = await git.resolve(`main:${path}`);
  const text = blob === undefined ? "" : (await git.readBlob(blob)).toString().replace(/^```.*?^```/gmsu, "");
  const slugger = new GithubSlugger();
  return new Set([...text.matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading]) => slugger.slug(heading ?? "")));
}

describe("the demo's project", () => {
  it("has threads of every kind that the app tells apart", () => {
    const answerable = repository.discussions.filter(({ category }) => category.isAnswerable);
    expect(answerable.filter(({ answer }) => answer !== null).length).toBeGreaterThanOrEqual(10);
    expect(answerable.filter(({ answer, closed }) => answer === null && !closed).length).toBeGreaterThanOrEqual(3);
    expect(new Set(repository.discussions.map(({ stateReason }) => stateReason))).toEqual(
      new Set([null, "RESOLVED", "OUTDATED", "DUPLICATE", "REOPENED"]),
    );
    expect(answerable.some(({ answer }) => answer?.replyTo != null)).toBe(true);
    expect(answerable.some(({ answer, author }) => answer !== null && answer.author === author)).toBe(true);
  });

  it.each([
    ["priya-raman", "read"],
    ["jonas-weber", "triage"],
    ["mirela-popa", "maintain"],
    ["tomas-lind", "admin"],
    ["dan-okoro", "read"],
  ])("gives %s the role %s", (login, role) => {
    expect(roleOf(repository, login)).toBe(role);
  });

  it("happened in the past, in the order of its numbers", () => {
    const threads = [...repository.discussions, ...repository.issues, ...repository.pullRequests];
    const byNumber = threads.toSorted((one, other) => one.number - other.number);
    expect(byNumber.map(({ number }) => number)).toEqual(byNumber.map((_, index) => index + 1));
    expect(byNumber.map(({ createdAt }) => createdAt)).toEqual(byNumber.map(({ createdAt }) => createdAt).toSorted());
    expect(threads.every(({ updatedAt }) => Date.parse(updatedAt) <= now.getTime())).toBe(true);
  });

  it("names nothing that is not there", async () => {
    const links = texts().flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/gu)].map(([, link]) => link ?? ""));
    const broken: string[] = [];
    for (const link of links) {
      const [path = "", anchor = ""] = link.slice(docsAddress.length).split("#");
      if (!link.startsWith(docsAddress) || !(await anchorsOf(path)).has(anchor)) broken.push(link);
    }
    expect(links.length).toBeGreaterThan(10);
    expect(broken).toEqual([]);
    expect(texts().filter((text) => /\{\w+[:}]/u.test(text))).toEqual([]);
  });

  it("holds together inside its docs too", async () => {
    const pages = (await git.tree("main", { recursive: true })).filter(({ path }) => path.endsWith(".md"));
    const broken: string[] = [];
    for (const { path, sha } of pages) {
      const text = (await git.readBlob(sha)).toString();
      for (const [, link = ""] of text.matchAll(/\]\(((?!http|\.\.\/\.\.)[^)]+)\)/gu)) {
        const [file = "", anchor] = link.split("#");
        const anchors = await anchorsOf(new URL(file, `http://x/${path}`).pathname.slice(1));
        if (anchors.size === 0 || (anchor !== undefined && !anchors.has(anchor))) broken.push(`${path}: ${link}`);
      }
    }
    expect(pages.length).toBeGreaterThanOrEqual(17);
    expect(broken).toEqual([]);
  });
});
