import { english } from "../../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/core/errors.ts";
import type { Milestone } from "../../../../src/core/issue-tracking.ts";
import type { Project } from "../../../../src/core/project.ts";
import type { RequestAction } from "../../../../src/features/feature-requests/actions/request-actions.ts";
import { decideAccept } from "../../../../src/features/feature-requests/commands/accept.ts";
import { type AcceptFacts } from "../../../../src/features/feature-requests/commands/accept/gather.ts";
import { readAcceptOptions } from "../../../../src/features/feature-requests/commands/accept/options.ts";
import { FeatureRequestsConfig } from "../../../../src/features/feature-requests/config.ts";
import { findCommands } from "../../../../src/text/find-commands.ts";
import { aComment, aRequest, aThread, repository } from "../../../helpers/builders.ts";

const now = new Date("2026-11-26T12:00:00Z");

const milestones: Milestone[] = [
  { number: 1, title: "v2.2", isOpen: false, due: "2026-10-01" },
  { number: 2, title: "v2.3", isOpen: true, due: "2026-12-15" },
  { number: 3, title: "v2.4", isOpen: true, due: "2026-12-01" },
  { number: 4, title: "V2.4", isOpen: true },
  { number: 5, title: "Late", isOpen: true, due: "2026-11-01" },
];

const roadmap: Project = {
  id: "P_1",
  number: 7,
  title: "Roadmap",
  url: "https://github.com/orgs/acme/projects/7",
  isShown: true,
  fields: [
    { id: "F_status", name: "Status", type: "single-select", options: ["Todo", "In Progress"].map(toOption) },
    { id: "F_priority", name: "Priority", type: "single-select", options: ["P1 – now", "P2 – next"].map(toOption) },
    { id: "F_due", name: "Target date", type: "date" },
    { id: "F_estimate", name: "Estimate", type: "number" },
    { id: "F_team", name: "Team", type: "text" },
    {
      id: "F_sprint",
      name: "Sprint",
      type: "iteration",
      iterations: [
        { id: "I_1", title: "Sprint 1", start: "2026-11-23", days: 7 },
        { id: "I_2", title: "Sprint 2", start: "2026-11-30", days: 7 },
      ],
    },
  ],
};

function toOption(name: string) {
  return { id: `O_${name}`, name };
}

/** The plan of an `/accept` in a world with these milestones, labels and boards. */
function accepted(line: string, given: Partial<AcceptFacts> = {}, config: object = {}) {
  const [command] = findCommands(line);
  if (!command) throw new Error("no command");
  const slice = FeatureRequestsConfig.parse(config);
  const thread = aThread({ category: { slug: "ideas", name: "Ideas", isAnswerable: false }, ...given.thread });
  const ask = {
    line: command,
    repository,
    thread,
    comment: aComment(),
    actor: { login: "mia", isBot: false },
    config: { language: "auto" as const, words: {}, "feature-requests": slice },
    now,
    locale: english,
  };
  const options = readAcceptOptions(command, {
    actor: "mia",
    now,
    here: { repository, url: thread.url },
  });
  const facts: AcceptFacts = {
    stored: { request: aRequest(), votes: 3 },
    ours: undefined,
    wasDeleted: false,
    issue: undefined,
    isSearched: false,
    votes: 4,
    options,
    milestones,
    labels: ["area/docs", "area: agent", "bug"],
    projects: { owner: "organization", projects: [roadmap] },
    types: ["Feature", "Bug"],
    assignees: { logins: options.assignees, refused: [] },
    adopted: undefined,
    ...given,
    thread,
  };
  return decideAccept(ask, facts).actions;
}

function only<Do extends RequestAction["do"]>(actions: ReturnType<typeof accepted>, name: Do) {
  return actions.filter((it): it is Extract<RequestAction, { do: Do }> => it.do === name);
}

const draft = (...given: Parameters<typeof accepted>) => only(accepted(...given), "make-issue")[0]?.draft;
const board = (...given: Parameters<typeof accepted>) => only(accepted(...given), "set-on-board")[0];

function refusal(...given: Parameters<typeof accepted>): string {
  try {
    accepted(...given);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("/accept with nothing behind it", () => {
  it("makes an issue of the request, and says so when it is there", () => {
    const actions = accepted("/accept");
    expect(actions.map((it) => it.do)).toEqual(["make-issue", "keep-request", "record-votes", "follow-up"]);
    expect(draft("/accept")).toMatchObject({ title: "How do I change the log level?", labels: [], assignees: [] });
    expect(only(actions, "keep-request")[0]?.request).toMatchObject({
      state: "accepted",
      decision: { is: "accepted", by: "mia", votes: 4 },
    });
  });

  it("takes from the config what nobody said", () => {
    const config = {
      milestone: "next-by-due-date",
      "issue-labels": ["enhancement"],
      "issue-type": "feature",
      project: "roadmap",
      "project-status": "todo",
    };
    expect(draft("/accept", {}, config)).toMatchObject({
      milestone: { number: 3, title: "v2.4" },
      labels: ["enhancement"],
      type: "Feature",
    });
    expect(board("/accept", {}, config)).toMatchObject({
      board: { id: "P_1" },
      fields: [{ name: "Status", shown: "Todo" }],
    });
  });

  it.each([
    [{ project: "Nowhere" }, "a place in project Nowhere, which I cannot see"],
    [{ "issue-type": "Epic" }, "type Epic, which the organization does not have"],
    [{ project: "Roadmap", "project-status": "Backlog" }, "Status Backlog in project Roadmap, which does not have it"],
  ])("notes what the config wants and there is not: %j", (config, what) => {
    const actions = accepted("/accept", {}, config);
    expect(only(actions, "make-issue")).toHaveLength(1);
    expect(only(actions, "note-not-set").map((it) => it.what)).toEqual([what]);
  });
});

describe("/accept with everything behind it", () => {
  const line =
    '/accept milestone:"v2.3" due:2026-12-15 label:area/docs label:"Area: Agent" assignee:@hana,bob assignee:me project:"Roadmap" priority:p2 estimate:5 status:"in progress" sprint:next team:"Web & more" type:feature\n- One\n- **Two** @ann';

  it("sets all of it", () => {
    expect(draft(line)).toMatchObject({
      milestone: { number: 2 },
      labels: ["area/docs", "area: agent", "p2"],
      assignees: ["hana", "bob", "mia"],
      type: "Feature",
    });
    expect(board(line)?.fields.map(({ name, shown }) => `${name}: ${shown}`)).toEqual([
      "Priority: P2 – next",
      "Status: In Progress",
      "Target date: 2026-12-15",
      "Estimate: 5",
      "Sprint: Sprint 2",
      "Team: Web & more",
    ]);
    expect(draft(line)?.body).toContain("- [ ] One\n- [ ] Two @\u200Bann");
  });

  it("makes sub-issues of the deliverables, where that is wanted", () => {
    const parts = only(accepted(line, {}, { "sub-issues": true }), "make-sub-issue");
    expect(parts.map(({ key, title }) => [key, title])).toEqual([
      ["12:part:1", "One"],
      ["12:part:2", "Two @ann"],
    ]);
  });

  it("makes a milestone that is not there, for that day", () => {
    expect(draft("/accept milestone:v3 due:2027-01-31")?.milestone).toEqual({ title: "v3", due: "2027-01-31" });
    expect(draft("/accept milestone:5")?.milestone).toEqual({ number: 5, title: "Late" });
  });
});

describe("/accept of what has an issue", () => {
  const link = {
    number: 40,
    id: "I_40",
    url: "https://github.com/acme/widgets/issues/40",
    isAdopted: false,
    notSet: [],
  };

  it("makes no other one, and adds to it", () => {
    const stored = { request: aRequest({ state: "accepted" }), votes: 4, issue: link };
    const actions = accepted("/accept label:bug milestone:v2.3", { stored, issue: { state: "open" } });
    expect(only(actions, "make-issue")).toEqual([]);
    expect(only(actions, "change-request-issue")).toEqual([
      expect.objectContaining({ number: 40, change: {}, milestone: { number: 2, title: "v2.3" } }),
    ]);
    expect(only(actions, "label-request-issue")[0]).toMatchObject({ subject: "I_40", add: [{ name: "bug" }] });
  });

  it("opens it again after a decline, and the thread too", () => {
    const stored = { request: aRequest({ state: "declined" }), votes: 4, issue: link };
    const thread = aThread({ closed: "resolved", category: { slug: "ideas", name: "Ideas", isAnswerable: false } });
    const actions = accepted("/accept", { stored, issue: { state: "not-planned" }, thread });
    expect(only(actions, "change-request-issue")).toEqual([expect.objectContaining({ change: { state: "open" } })]);
    expect(only(actions, "reopen-thread")).toHaveLength(1);
    expect(only(actions, "keep-request")[0]?.request.decision?.is).toBe("accepted");
  });

  it("makes another when it was deleted, under another key", () => {
    const stored = { request: aRequest({ state: "accepted" }), votes: 4, issue: link };
    const [make] = only(accepted("/accept", { stored, issue: { state: "lost" } }), "make-issue");
    expect(make?.key).toBe("12:after:40");
  });
});

describe("/accept refuses", () => {
  it.each<[string, string]>([
    ["/accept project:Roadmap mileston:v2.3", "Did you mean `milestone:`?"],
    ["/accept project:Roadmap labels:bug", "`/accept` knows no option `labels:`. Did you mean `label:`?"],
    ["/accept project:Roadmap colour:red", "There is no field in the project"],
    ["/accept labels:bug", "Did you mean `label:`?"],
    ["/accept milestone:v2.3 milestone:v2.4", "`milestone:` was given more than once"],
    ['/accept label:""', "`label:` has no value"],
    ["/accept milestone:", "`milestone:` has no value. Write it behind the colon"],
    ["/accept please", 'I do not know what "please" means'],
    ["/accept due:2026-02-30", "there is no 2026-02-30 in the calendar"],
    ["/accept due:2026-11-01", "2026-11-01 is over"],
    ["/accept due:friday", "did you mean `2026-11-27`?"],
    ["/accept milestone:v2.2", 'The milestone "v2.2" is closed.'],
    ["/accept milestone:99", 'There is no milestone "99".'],
    ["/accept milestone:v2.5", "People with write rights make a new one by naming its day: `due:2026-12-15`."],
    [`/accept milestone:"${"x".repeat(10_000)}"`, "longer than 1000 characters"],
    [`/accept title:"${"x".repeat(300)}"`, "A title has 256 characters at most"],
    ["/accept label:area/dogs", 'There is no label "area/dogs". There are, the nearest first: "area/docs"'],
    ["/accept project:Roadmop", 'There is no project "Roadmop". There is, the nearest first: "Roadmap"'],
    ["/accept project:Roadmap status:doing", 'There is no option of "Status" called "doing"'],
    ["/accept project:Roadmap estimate:many", '"Estimate" is a number, and "many" is none'],
    ["/accept project:Roadmap sprint:9", 'There is no option of "Sprint" called "9"'],
    ["/accept project:Roadmap color:red", "There is no field in the project"],
    ["/accept priority:p9", "There is no priority"],
    ["/accept type:epic", 'There is no issue type "epic"'],
    ["/accept issue:#x", "takes the number of an issue"],
    ["/accept issue:https://github.com/other/repo/issues/1", "takes a number of this repository, acme/widgets"],
    ["/accept issue:other/repo#1", "takes a number of this repository"],
    ["/accept issue:https://github.example.com/acme/widgets/issues/1", "is in another one"],
    ["/accept issue:https://github.com/acme/widgets/pull/1", "and not of a pull request"],
    ["/accept issue:https://github.com/acme/widgets/discussions/1", "and not of a discussion"],
    ["/accept issue:#99", "There is no issue 99 here"],
    ['/accept outcome:"yes"', "No meeting is planned"],
    ['/accept label:"<!-- frontdesk:issue:1 -->@ann"', "There is no label"],
  ])("%s", (line, why) => {
    expect(refusal(line)).toContain(why);
  });

  it("more deliverables than an issue shows well", () => {
    expect(refusal(`/accept\n${"- part\n".repeat(200)}`)).toContain("200 deliverables are more");
    expect(refusal(`/accept\n${"- part\n".repeat(40)}`, {}, { "sub-issues": true })).toContain("30 may be");
  });

  it.each([
    ["/accept\u00A0milestone:v2.3", { milestone: { number: 2 } }],
    ["/accept milestone: v2.3", { milestone: { number: 2 } }],
    ["/accept milestone：“v2.3”", { milestone: { number: 2 } }],
    ["/accept milestone=v2.3", { milestone: { number: 2 } }],
    ["/accept milestone:＂v2.3＂,label:bug", { milestone: { number: 2 }, labels: ["bug"] }],
    ["/accept label:bug,area/docs", { labels: ["bug", "area/docs"] }],
    ["/accept label:bug, area/docs", { labels: ["bug", "area/docs"] }],
    ['/accept label:"area: agent", "bug"', { labels: ["area: agent", "bug"] }],
    ["/accept label:„area: agent“、bug", { labels: ["area: agent", "bug"] }],
    ["/accept label:bug, milestone:v2.3", { labels: ["bug"], milestone: { number: 2 } }],
  ])("understands %s", (line, wanted) => {
    expect(draft(line)).toMatchObject(wanted);
  });

  it("an option nobody knows where no board could have it, naming the nearest", () => {
    expect(refusal("/accept mileston:v2.3", { projects: undefined })).toContain(
      "`/accept` knows no option `mileston:`. Did you mean `milestone:`?",
    );
  });

  it("boards of a person, with the reason", () => {
    expect(refusal("/accept project:Roadmap", { projects: { owner: "user" } })).toContain(
      "hides the projects of a person",
    );
  });

  it("people who may not be assigned, saying where GitHub shows who may", () => {
    const assignees = { logins: ["hanna"], refused: ["hanna"] };
    expect(refusal("/accept assignee:@hanna", { assignees })).toContain(
      'There is no person who may be assigned here called "hanna". Beside an issue',
    );
  });

  it("a title that two milestones have in another case, unless one is meant exactly", () => {
    const two = [
      { number: 3, title: "v2.4", isOpen: true },
      { number: 4, title: "V2.4", isOpen: true },
    ];
    expect(draft("/accept milestone:V2.4", { milestones: two })?.milestone).toMatchObject({ number: 4 });
    const spring = [
      { number: 3, title: "Spring", isOpen: true },
      { number: 4, title: "SPRING", isOpen: true },
    ];
    expect(refusal("/accept milestone:spring", { milestones: spring })).toContain(
      "Several milestones are called like that",
    );
  });

  it("a number that no milestone has, and a new milestone where none may be made, without telling how one is made", () => {
    expect(refusal("/accept milestone:99")).not.toContain("A new one");
    expect(refusal("/accept milestone:v9", {}, { "create-milestones": false })).not.toContain("A new one");
    expect(refusal("/accept milestone:v9", {}, { "create-milestones": false })).toContain('There is no milestone "v9"');
  });

  it("to adopt what is closed, converted, elsewhere, or another request's", () => {
    const issue = {
      id: "I_9",
      repository: "acme/widgets",
      isPublic: true,
      number: 9,
      title: "Old",
      body: "",
      url: "https://github.com/acme/widgets/issues/9",
      isOurs: false,
      labels: [],
      assignees: [],
      items: [],
      subIssues: [],
    };
    expect(only(accepted("/accept issue:#9", { adopted: issue }), "adopt-issue")).toHaveLength(1);
    for (const it of [
      "https://github.com/ACME/widgets/issues/9",
      "https://github.com/acme/widgets/issues/9#issuecomment-1",
      "acme/widgets#9",
      "GH-9",
    ]) {
      expect(only(accepted(`/accept issue:${it}`, { adopted: issue }), "adopt-issue")).toHaveLength(1);
    }
    expect(refusal("/accept issue:9", { adopted: { ...issue, closed: "completed" } })).toContain("Issue 9 is closed");
    expect(refusal("/accept issue:9", { adopted: { ...issue, convertedTo: 10 } })).toContain("There is no issue 9");
    expect(refusal("/accept issue:9", { adopted: { ...issue, repository: "acme/other" } })).toContain(
      "was transferred",
    );
    const link = { number: 40, id: "I_40", url: "u", isAdopted: false, notSet: [] };
    const stored = { request: aRequest({ state: "accepted" }), votes: 0, issue: link };
    expect(refusal("/accept issue:9", { adopted: issue, stored, issue: { state: "open" } })).toContain(
      "Issue 40 tracks this request already",
    );
  });

  it.each([
    ["shipped", "This request is done already"],
    ["duplicate", "is closed as a duplicate"],
    ["meeting", "its outcome has to be written down"],
  ] as const)("what is %s", (state, why) => {
    const stored = { request: aRequest({ state, since: now.toISOString() }), votes: 0 };
    expect(refusal("/accept", { stored })).toContain(why);
  });
});
