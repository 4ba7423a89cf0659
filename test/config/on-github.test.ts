import { describe, expect, it } from "vitest";
import { checkText } from "../../src/config/check-text.ts";
import { checkOnGitHub } from "../../src/config/on-github/check-on-github.ts";
import type { FactReads } from "../../src/config/on-github/github-facts.ts";
import type { ReferenceKind } from "../../src/config/on-github/references.ts";
import { renderProblem } from "../../src/config/problem.ts";
import { RefusedError } from "../../src/core/errors.ts";
import type { Project } from "../../src/core/project.ts";

const board = (title: string, isShown: boolean): Project => ({
  id: title,
  number: title.length,
  title,
  url: "",
  isShown,
  fields: [{ id: "s", name: "Status", type: "single-select", options: [{ id: "t", name: "Todo" }] }],
});

/** A repository in which everything is as a small organization has it, but for what is told. */
function github(over: Partial<FactReads> = {}) {
  const asked: string[] = [];
  const reads: FactReads = {
    discussionCategories: async () => ({ isOn: true, categories: [{ slug: "q-a", name: "Q&A" }] }),
    hasTeam: async (_, slug) => (asked.push(`team ${slug}`), slug === "support"),
    permissionsIn: async () => ({
      discussions: "write",
      issues: "write",
      pull_requests: "write",
      contents: "write",
      organization_projects: "write",
    }),
    labels: async () => ["kind/Feature", "pinned"],
    milestones: async () => [],
    issueTypes: async () => ["Bug", "Feature"],
    projects: async () => ({ owner: "organization", projects: [board("Roadmap", true), board("Acquisition", false)] }),
    accountId: async (_, login) => (asked.push(login), login.startsWith("no") ? undefined : 1),
    rolesOf: async (_, login) => (login === "ann" ? ["helper"] : []),
    tree: async () => [{ path: "docs/a.md", sha: "1", size: 1 }],
    findFile: async () => undefined,
    ...over,
  };
  return { reads, asked };
}

async function told(text: string, { over, name = "widgets", leftOut }: Given = {}) {
  const { config } = checkText(text);
  if (!config) throw new Error("the config is broken");
  const { reads, asked } = github(over);
  const repository = { id: 1, owner: "acme", name, installation: 1 };
  const placed = { repository, commit: "HEAD", path: "f", text, config };
  const { problems, unknown } = await checkOnGitHub(placed, reads, leftOut);
  return { lines: problems.map(renderProblem), unknown, asked };
}

interface Given {
  readonly over?: Partial<FactReads>;
  readonly name?: string;
  readonly leftOut?: ReadonlySet<ReferenceKind>;
}

describe("what only GitHub knows of a config", () => {
  it.each([
    ["nothing that the text does not say", "docs: {}\n", []],
    [
      "a category by its name",
      "watch: { categories: ['Q&A'] }\n",
      [expect.stringMatching(/^1:23 .*did you mean `q-a`\?$/u)],
    ],
    [
      "a category that is a key",
      "watch:\n  priorities:\n    p1:\n      categories:\n        qa: { resolution: 8h }\n",
      [expect.stringMatching(/^5:9 .*no category `qa`/u)],
    ],
    ["a label by its last part", "issues: { feature-labels: [feature] }\n", []],
    [
      "a label that people put on",
      "resolution: { keep-open: pined }\n",
      [expect.stringMatching(/^1:26 warning: .*did you mean `pinned`\?$/u)],
    ],
    ["a label that is made by itself", "faq: { label: in-handbook }\n", []],
    [
      "a choice of a board",
      "feature-requests: { project: roadmap, project-status: To do }\n",
      [expect.stringMatching(/warning: .*did you mean `Todo`\?$/u)],
    ],
    [
      "an issue type",
      "feature-requests: { issue-type: Featur }\n",
      [expect.stringMatching(/did you mean `Feature`\?$/u)],
    ],
    ["a team that is there", "on-call: { team: support }\n", []],
  ])("%s", async (_, text, lines) => {
    expect((await told(text)).lines).toEqual(lines);
  });

  it("of an owner's config is what all repositories share", async () => {
    const text = "watch: { categories: [none] }\non-call: { team: none }\n";
    expect((await told(text, { name: ".github" })).lines).toEqual([expect.stringContaining("no team `none`")]);
  });

  it("lacks a permission for what is switched on", async () => {
    const { lines } = await told("living-issue: { mode: on }\n", {
      over: { permissionsIn: async () => ({ issues: "read" }) },
    });
    expect(lines).toContainEqual(expect.stringMatching(/^1:23 warning: living-issue\.mode: .*`issues: write`/u));
  });

  it("that GitHub does not tell is no mistake", async () => {
    const hasTeam = () => Promise.reject(new RefusedError("lacks members: read", "permission"));
    expect(await told("on-call: { team: none }\n", { over: { hasTeam } })).toMatchObject({
      lines: [],
      unknown: ["teams: lacks members: read"],
    });
  });

  it("is asked of fifty people at most", async () => {
    const people = Array.from({ length: 90 }, (_, index) => `p${index}`);
    const { asked, unknown } = await told(`faq: { opt-out: [${people.join(", ")}] }\n`);
    expect(asked).toHaveLength(50);
    expect(unknown).toEqual([expect.stringContaining("90")]);
  });
});

describe("a stranger's config", () => {
  it("learns nothing of teams", async () => {
    const { lines, asked } = await told("on-call: { team: secret }\n", { leftOut: new Set(["team"]) });
    expect([lines, asked]).toEqual([[], []]);
  });

  it("learns nothing of boards that not everybody may see", async () => {
    const of = async (title: string) => (await told(`feature-requests: { project: ${title} }\n`)).lines;
    const [there, near, none] = [await of("Acquisition"), await of("Acquisitio"), await of("Xyzxyzxyz")];
    expect(there).toEqual(none.map((it) => it.replace("Xyzxyzxyz", "Acquisition")));
    expect(near.join()).not.toContain("did you mean");
  });
});
