import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExportError } from "../../src/thread-export/export-error.ts";
import { rolesBy } from "../../src/thread-export/people.ts";
import { readExport, readRolesFile } from "../../src/thread-export/read-export.ts";
import { toTimeline } from "../../src/thread-export/to-timeline.ts";
import { at, bot, discussion, person, said } from "./exports.ts";

const numbersIn = (value: unknown) => readExport(text(value)).threads.map(({ number }) => number);
const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value, null, 1));

function timelineOf(thread: object, roles?: Readonly<Record<string, string>>) {
  const read = readExport(text({ threads: [thread], ...(roles && { roles }) }));
  const [first] = read.threads;
  if (!first) throw new Error("there is none");
  return toTimeline(first, rolesBy(read.roles, read.associated));
}

function problemOf(value: unknown): string {
  try {
    readExport(text(value));
  } catch (error) {
    if (error instanceof ExportError) return `${error.line}:${error.column} ${error.message}`;
    throw error;
  }
  return "none";
}

describe("an export", () => {
  const [one, two] = [discussion(1), discussion(2)];
  const page = (nodes: object) => ({ data: { repository: { discussions: nodes } } });

  it.each([
    ["an array", [one, two]],
    ["with roles beside", { roles: {}, threads: [one, two] }],
    ["called discussions", { discussions: [one, two] }],
    ["an answer of GraphQL", page({ totalCount: 2, nodes: [one, two] })],
    ["with edges", page({ edges: [{ cursor: "a", node: one }, { node: two }] })],
    ["answers one behind the other", `${text(page({ nodes: [one] }))}\n${text(page({ nodes: [two] }))}`],
    ["answers in an array", [page({ nodes: [one] }), page({ nodes: [two] })]],
    ["with a mark of its encoding", `\uFEFF${text([one, two])}`],
    ["with discussions that may not be seen", [one, null, two]],
    ["that tells its repository", [{ ...one, repository: { nodes: [], nameWithOwner: "acme/app" } }, two]],
  ])("%s", (_, value) => expect(numbersIn(value)).toEqual([1, 2]));

  it("tells its repository, and when it was made", () => {
    const made = readExport(text({ exportedAt: at(12), threads: [one] }));
    expect(made).toMatchObject({ repository: "acme/app", exportedAt: new Date(at(12)) });
    const comments = { nodes: [said("c", null, at(11))] };
    expect(readExport(text([{ ...one, comments }])).exportedAt).toEqual(new Date(at(11)));
  });

  it("has a discussion once, as it was changed last or comes last", () => {
    const earlier = { ...one, title: "earlier", updatedAt: at(10) };
    const later = { ...one, title: "later", updatedAt: at(11) };
    for (const twice of [
      [earlier, later],
      [later, earlier],
      [earlier, { ...later, updatedAt: at(10) }],
    ]) {
      expect(readExport(text(twice))).toMatchObject({ threads: [{ title: "later" }], again: 1 });
    }
  });

  it("counts discussions of which it does not hold all comments", () => {
    const more = { nodes: [], pageInfo: { hasNextPage: true } };
    const counted = { totalCount: 3, nodes: [said("c", null, at(10))] };
    const replies = { nodes: [said("c", null, at(10), { replies: more })] };
    const all = [more, counted, replies, { totalCount: 0, nodes: [] }].map((comments, index) =>
      discussion(index + 1, { comments }),
    );
    expect(readExport(text(all)).partial).toBe(3);
  });

  it("goes for that by the copy that counts, of a discussion that comes again", () => {
    const more = { nodes: [], pageInfo: { hasNextPage: true } };
    const [part, whole] = [discussion(1, { comments: more }), discussion(1)];
    expect(readExport(text([part, whole])).partial).toBe(0);
    expect(readExport(text([whole, part])).partial).toBe(1);
  });
});

describe("a bad export", () => {
  const withFault = (fault: object) => [discussion(1), discussion(42, fault)];

  it.each([
    ["nothing", "", "1:1 the file is empty"],
    ["no discussions", "[]", "1:1 the file holds no discussions"],
    ["no JSON", "number,title\n1,x", "1:1 here should be a discussion, or an array of them"],
    ["HTML", "<!doctype html>", "1:1 here should be a discussion, or an array of them"],
    ["something else", [{ login: "ada" }], "2:2 this is no discussion: it has no number and no title"],
    [
      "GitHub's refusal",
      { data: null, errors: [{ message: "Bad credentials" }] },
      "GitHub refused it: Bad credentials",
    ],
    ["no title", withFault({ title: undefined }), "discussion 2 of the file (number 42): title: "],
    ["no number", withFault({ number: undefined }), "discussion 2 of the file: number: "],
    ["a number that is none", withFault({ number: "42" }), "discussion 2 of the file: number: "],
    ["a day for a time", withFault({ createdAt: "yesterday" }), "(number 42): createdAt: must be a time in ISO 8601"],
    ["no time", withFault({ createdAt: null }), "(number 42): createdAt: "],
    [
      "a comment without a time",
      withFault({ comments: { nodes: [{ id: "a" }] } }),
      "(number 42): comments.nodes.0.createdAt: must be a time",
    ],
    ["comments that are none", withFault({ comments: 3 }), "(number 42): comments: "],
    ["labels that are none", withFault({ labels: { nodes: ["bug"] } }), "(number 42): labels.nodes.0: "],
    [
      "a role that is none",
      { roles: { ada: "boss" }, threads: [discussion(1)] },
      "roles: ada: must be none, read, triage",
    ],
    ["two repositories", withFault({ url: "https://github.com/acme/web/discussions/42" }), "acme/app, acme/web"],
    ["a comma too many", '[{"number":1,"title":"x"},]', "1:26 there is a comma too many before ]"],
    ["a comma too few", '[{"number":1,"title":"x"} {"number":2}]', "1:27 here should be , or ]"],
    ["no colon", '[{"number" 1}]', "1:12 here should be :"],
    ["a bare name", "[{number:1}]", "1:3 here should be the name of a field"],
    ["a bad literal", '[{"number":1,\n"title":nope}]', "1:2 discussion 1 is no JSON: Unexpected token 'o'"],
    ["depth", "[".repeat(1000), "nested deeper"],
  ])("with %s is refused, and where is said", (_, value, message) => expect(problemOf(value)).toContain(message));

  it("names the line of the discussion that is wrong", () => {
    const lines = text(withFault({ title: 7 })).split("\n");
    const line = Number(problemOf(lines.join("\n")).split(":")[0]);
    expect(lines.slice(line - 1, line + 1).join("")).toContain("42");
  });

  it("is told to be cut short, wherever it is", () => {
    const whole = text([discussion(1), discussion(2, { comments: { nodes: [said("c", person("bob"), at(10))] } })]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        expect(problemOf(whole.slice(0, length))).toMatch(/cut short/u);
      }),
    );
  });
});

describe("a discussion of an export", () => {
  it("has comments and replies by time, with who wrote them", () => {
    const replies = { nodes: [said("r", person("mia"), at(11), { authorAssociation: "MEMBER" })] };
    const { entries, asker, opener } = timelineOf(
      discussion(1, {
        comments: {
          nodes: [said("b", person("Ada"), at(12)), said("a", bot("helper-bot"), at(10), { replies }), null],
        },
      }),
    );
    expect({ asker, opener }).toEqual({ asker: "ada", opener: "asker" });
    expect(entries.map((it) => (it.kind === "comment" ? `${it.id} ${it.actor}` : it.kind))).toEqual([
      "a bot",
      "r helper",
      "b asker",
    ]);
  });

  it("knows the team by a map of roles, whatever GitHub says of their part", () => {
    const nodes = ["none", "read", "triage", "write", "maintain", "admin", "unnamed"].map((login, index) =>
      said(login, person(login.toUpperCase()), at(10 + index), { authorAssociation: "MEMBER" }),
    );
    const roles = Object.fromEntries(nodes.slice(0, -1).map(({ id }) => [id, id]));
    const actors = timelineOf(discussion(1, { comments: { nodes } }), roles).entries.flatMap((it) =>
      it.kind === "comment" ? it.actor : [],
    );
    expect(actors).toEqual(["community", "community", "helper", "maintainer", "maintainer", "maintainer", "community"]);
  });

  it.each([
    ["OWNER", "helper"],
    ["MEMBER", "helper"],
    ["COLLABORATOR", "helper"],
    ["CONTRIBUTOR", "community"],
    ["FIRST_TIME_CONTRIBUTOR", "community"],
  ])("without roles, takes %s for %s", (authorAssociation, actor) => {
    const comments = { nodes: [said("a", person("bob"), at(10), { authorAssociation })] };
    expect(timelineOf(discussion(1, { comments })).entries[0]).toMatchObject({ actor });
  });

  it("that somebody of the team opened is known by what they wrote elsewhere", () => {
    const elsewhere = discussion(2, {
      comments: { nodes: [said("a", person("ada"), at(10), { authorAssociation: "OWNER" })] },
    });
    const read = readExport(text([discussion(1), elsewhere]));
    const roleOf = rolesBy(read.roles, read.associated);
    expect(read.threads.map((it) => toTimeline(it, roleOf).opener)).toEqual(["helper", "helper"]);
  });

  it("has deleted accounts, of which the asker's may be one", () => {
    const nodes = [said("a", null, at(10)), said("b", person("bob"), at(11))];
    const gone = timelineOf(discussion(1, { author: null, comments: { nodes } }));
    expect(gone.asker).toBeUndefined();
    expect(gone.entries.map((it) => "actor" in it && it.actor)).toEqual(["asker", "community"]);
    const other = timelineOf(discussion(1, { comments: { nodes } }));
    expect(other.entries.map((it) => "actor" in it && it.actor)).toEqual(["community", "community"]);
  });

  it("knows apps that are written as REST writes them", () => {
    const comments = { nodes: [said("a", { login: "dependabot[bot]" }, at(10))] };
    expect(timelineOf(discussion(1, { comments })).entries[0]).toMatchObject({ actor: "bot" });
  });

  it("has the answer, by whoever wrote that comment or reply", () => {
    const answered = (author: object) =>
      timelineOf(
        discussion(1, {
          answerChosenAt: at(15),
          answer: { id: "r" },
          comments: {
            nodes: [said("a", person("bob"), at(10), { replies: { nodes: [{ id: "r", author, createdAt: at(11) }] } })],
          },
        }),
      );
    expect(answered(person("mia")).observed.answer).toEqual({ comment: "r", at: new Date(at(15)), actor: "community" });
    expect(answered(bot("frontdesk")).observed.answer).toMatchObject({ actor: "bot" });
    expect(answered(person("ada")).entries.at(-1)).toMatchObject({ kind: "answered", comment: "r", actor: "asker" });
  });

  it.each([
    [
      { closed: true, closedAt: at(12), stateReason: "DUPLICATE" },
      { reason: "duplicate", at: new Date(at(12)) },
    ],
    [
      { closed: true, closedAt: at(12), stateReason: "OUTDATED" },
      { reason: "outdated", at: new Date(at(12)) },
    ],
    [
      { closed: true, closedAt: at(12), stateReason: null },
      { reason: "resolved", at: new Date(at(12)) },
    ],
    [
      { closed: true, updatedAt: at(13) },
      { reason: "resolved", at: new Date(at(13)) },
    ],
    [
      { closed: undefined, closedAt: at(12) },
      { reason: "resolved", at: new Date(at(12)) },
    ],
    [{ closed: false, stateReason: "REOPENED" }, undefined],
  ])("is closed as it says: %j", (fields, closed) => {
    expect(timelineOf(discussion(1, fields)).observed.closed).toEqual(closed);
  });

  it("leaves out what was deleted or hidden as no word in the conversation", () => {
    const nodes = [
      said("a", person("bob"), at(10), { deletedAt: at(11) }),
      said("b", person("bob"), at(10), { isMinimized: true, minimizedReason: "spam" }),
      said("c", person("bob"), at(10), { isMinimized: true, minimizedReason: "OFF_TOPIC" }),
      said("d", person("bob"), at(10), { isMinimized: true, minimizedReason: "resolved" }),
    ];
    const { entries } = timelineOf(discussion(1, { comments: { nodes } }));
    expect(entries.map((it) => it.kind === "comment" && it.id)).toEqual(["d"]);
  });

  it("says what its comments say, by their text or by a word for it", () => {
    const nodes = [
      said("a", person("ada"), at(10), { body: "Thanks!" }),
      said("b", person("ada"), at(11), { sense: "thanks" }),
      said("c", person("ada"), at(12)),
    ];
    const { entries } = timelineOf(discussion(1, { comments: { nodes } }));
    expect(entries.map((it) => it.kind === "comment" && (it.isThanks ?? false))).toEqual([true, true, false]);
  });

  it("has a category by name, where that is all it says", () => {
    expect(timelineOf(discussion(1, { category: { name: "Show & Tell!" } })).observed.category).toBe("show-tell");
  });

  it("may say no more than what a discussion cannot do without", () => {
    const least = { number: 1, title: "x", url: "y", createdAt: at(9) };
    expect(timelineOf(least)).toMatchObject({ number: 1, openedAt: new Date(at(9)), entries: [] });
  });
});

it("roles stand in a file of their own, too", () => {
  expect(readRolesFile('{"Ada": "write"}').get("ada")).toBe("write");
  expect(() => readRolesFile('{"ada": 1}')).toThrow("roles: ada: must be none, read");
  expect(() => readRolesFile("[]")).toThrow(ExportError);
});
