import { describe, expect, it } from "vitest";
import { UserError } from "../../src/core/errors.ts";
import type { Milestone } from "../../src/core/issue-tracking.ts";
import type { Project, Projects } from "../../src/core/project.ts";
import { mustAssign, readAssignees, toLogins } from "../../src/issues/assignees.ts";
import { findLabels } from "../../src/issues/labels.ts";
import { findMilestone, nextMilestone } from "../../src/issues/milestones.ts";
import { toPriority } from "../../src/issues/priorities.ts";
import { findField } from "../../src/issues/project-fields.ts";
import { findProject, onlyProject } from "../../src/issues/projects.ts";
import { repository } from "../helpers/builders.ts";

const now = new Date("2026-03-04T12:00:00Z");

const roadmap: Project = {
  id: "PVT_1",
  number: 4,
  title: "Road map",
  url: "https://github.com/orgs/acme/projects/4",
  isShown: true,
  fields: [
    {
      id: "F_status",
      name: "Status",
      type: "single-select",
      options: [
        { id: "o1", name: "In progress" },
        { id: "o2", name: "Done" },
      ],
    },
    { id: "F_priority", name: "Priority", type: "single-select", options: [{ id: "o3", name: "P2" }] },
    { id: "F_due", name: "Target date", type: "date" },
    { id: "F_estimate", name: "Estimate", type: "number" },
    {
      id: "F_sprint",
      name: "Sprint",
      type: "iteration",
      iterations: [
        { id: "i1", title: "Sprint 1", start: "2026-03-02", days: 7 },
        { id: "i2", title: "Sprint 2", start: "2026-03-09", days: 7 },
      ],
    },
  ],
};
const secret: Project = { ...roadmap, id: "PVT_2", number: 5, title: "Project X", isShown: false };
const projects: Projects = { owner: "organization", projects: [roadmap, secret] };

const milestones: Milestone[] = [
  { number: 1, title: "v1", isOpen: false, due: "2026-01-01" },
  { number: 2, title: "v2", isOpen: true, due: "2026-05-01" },
  { number: 3, title: "V3", isOpen: true, due: "2026-04-01" },
  { number: 4, title: "v3", isOpen: true },
];

/** The text of the `UserError` that it throws. */
function refusalOf(act: () => unknown): string {
  try {
    return `no refusal, but ${JSON.stringify(act())}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}

describe("labels", () => {
  it("are found whatever their case, each once, as the repository writes them", () => {
    expect(findLabels(["Area/Docs", "bug"], ["area/docs", "BUG", "bug"])).toEqual(["Area/Docs", "bug"]);
  });

  it("that are unknown are refused with those that there are, the nearest first", () => {
    expect(refusalOf(() => findLabels(["bug", "docs"], ["dosc"]))).toBe(
      'There is no label "dosc". There are, the nearest first: "docs", "bug". Put quotes around a name with spaces.',
    );
  });
});

describe("a milestone", () => {
  it.each([
    ["its title", "v2", { number: 2, title: "v2" }],
    ["its title in another case, where only one has it", "V2", { number: 2, title: "v2" }],
    ["its exact title, where others differ in case", "v3", { number: 4, title: "v3" }],
    ["its number", "2", { number: 2, title: "v2" }],
  ])("is found by %s", (_, wanted, found) => {
    expect(findMilestone(milestones, wanted, { mayCreate: true })).toEqual(found);
  });

  it("is made by a new title with a day, and by neither alone", () => {
    expect(findMilestone(milestones, "v4", { mayCreate: true, due: "2026-06-01" })).toEqual({
      title: "v4",
      due: "2026-06-01",
    });
    expect(refusalOf(() => findMilestone(milestones, "v4", { mayCreate: true }))).toContain("`due:2026-12-15`");
    expect(refusalOf(() => findMilestone(milestones, "44", { mayCreate: true, due: "2026-06-01" }))).toContain(
      'There is no milestone "44"',
    );
    expect(refusalOf(() => findMilestone(milestones, "v4", { mayCreate: false, due: "2026-06-01" }))).not.toContain(
      "write rights",
    );
  });

  it("that is closed is refused with those that are open", () => {
    expect(refusalOf(() => findMilestone(milestones, "v1", { mayCreate: true }))).toMatch(
      /^The milestone "v1" is closed\. Of open ones: /,
    );
  });

  it("is next when it is open and due soonest, today or later", () => {
    expect(nextMilestone(milestones, now)).toEqual({ number: 3, title: "V3" });
    expect(nextMilestone(milestones, new Date("2026-05-01T23:00:00Z"))).toEqual({ number: 2, title: "v2" });
    expect(nextMilestone(milestones, new Date("2026-05-02T00:00:00Z"))).toBeUndefined();
  });
});

describe("assignees", () => {
  it("are logins with or without @, between commas or not, and me", () => {
    expect(toLogins(["@ann,bob", "me", "Me"], "olga")).toEqual(["ann", "bob", "olga"]);
  });

  it("are refused when GitHub does not let them be assigned, and what is no login without asking", async () => {
    const asked: string[] = [];
    const github = { mayBeAssigned: async (_: unknown, login: string) => asked.push(login) > 0 && login === "ann" };
    const people = await readAssignees(repository, ["ann", "bob", "not a login"], github);
    expect([people.refused, asked]).toEqual([
      ["bob", "not a login"],
      ["ann", "bob"],
    ]);
    expect(refusalOf(() => mustAssign(people))).toContain('called "bob"');
    expect(mustAssign({ logins: ["ann"], refused: [] })).toEqual(["ann"]);
  });
});

describe("a project", () => {
  it.each([
    ["its title, leniently", "road-map", "PVT_1"],
    ["its number", "4", "PVT_1"],
    ["its title, where not everybody may see it", "project x", "PVT_2"],
  ])("is found by %s", (_, wanted, id) => {
    expect(findProject(projects, wanted).id).toBe(id);
  });

  it("is refused without the name of one that not everybody may see", () => {
    expect(refusalOf(() => findProject(projects, "Plan"))).toContain('"Road map"');
    expect(refusalOf(() => findProject(projects, "Plan"))).not.toContain("Project X");
    expect(refusalOf(() => findProject({ owner: "user" }, "Plan"))).toContain("A person owns this repository");
  });

  it("is the only one where none is named, and of several none", () => {
    expect(onlyProject([roadmap])).toBe(roadmap);
    expect(refusalOf(() => onlyProject([]))).toContain("on no board");
    expect(refusalOf(() => onlyProject([roadmap, { ...roadmap, title: "Other" }]))).toContain('"Other"');
    expect(refusalOf(() => onlyProject([roadmap, secret]))).not.toContain("Project X");
  });
});

describe("a field of a project", () => {
  it.each([
    ["an option, leniently", "status", "in-progress", { type: "single-select", option: "o1" }, "In progress"],
    ["a day", "target-date", "2026-04-01", { type: "date", date: "2026-04-01" }, "2026-04-01"],
    ["a number", "Estimate", "2.5", { type: "number", number: 2.5 }, "2.5"],
    ["an iteration by its title", "sprint", "Sprint 2", { type: "iteration", iteration: "i2" }, "Sprint 2"],
    ["the iteration that runs", "sprint", "current", { type: "iteration", iteration: "i1" }, "Sprint 1"],
    ["the iteration after it", "sprint", "@next", { type: "iteration", iteration: "i2" }, "Sprint 2"],
    ["nothing", "Status", "none", null, "none"],
  ])("is set to %s", (_, name, value, expected, shown) => {
    expect(findField(roadmap, name, value, now)).toMatchObject({ value: expected, shown });
  });

  it.each([
    ["a field that is none", "Size", "L", '"Status"'],
    ["an option that is none", "Status", "Doing", '"In progress"'],
    ["no number", "Estimate", "many", "is a number"],
    ["no day", "Target date", "soon", "is a date"],
  ])("is refused for %s", (_, name, value, words) => {
    expect(refusalOf(() => findField(roadmap, name, value, now))).toContain(words);
    // Of a project that not everybody may see, no name is told.
    expect(refusalOf(() => findField(secret, name, value, now))).toContain("I list nothing of it");
    expect(refusalOf(() => findField(secret, name, value, now))).not.toMatch(/"In progress"|"Target date", /);
  });
});

describe("a priority", () => {
  const names = { priorities: ["p1", "p2"], fields: { priority: "Priority" } };

  it.each([
    ["a label, without a project", "P1", undefined, { label: "p1" }],
    ["label and option", "p2", roadmap, { label: "p2", field: { shown: "P2" } }],
    ["a label alone, where the project does not have it", "p1", roadmap, { label: "p1" }],
  ])("is %s", (_, wanted, project, expected) => {
    const found = toPriority(wanted, project, names, now);
    expect(found).toMatchObject(expected);
    expect(Object.keys(found)).toEqual(Object.keys(expected));
  });

  it("that neither has is refused", () => {
    expect(refusalOf(() => toPriority("urgent", undefined, names, now))).toContain('There is no priority "urgent"');
    expect(refusalOf(() => toPriority("urgent", roadmap, names, now))).toContain('option of "Priority"');
  });
});
