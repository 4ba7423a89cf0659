import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  deleteDiscussion,
  openDiscussion,
  pinDiscussion,
  unpinDiscussion,
  type Discussion,
  type DiscussionCategory,
} from "local-github-server/world";
import { startAcme } from "../acme-world.ts";
import type { Acme } from "../acme-world.ts";

const addComment = `mutation Add($discussion: ID!, $body: String!, $replyTo: ID) {
  addDiscussionComment(input: { discussionId: $discussion, body: $body, replyToId: $replyTo }) {
    comment { id body url author { __typename login } viewerDidAuthor replyTo { id } }
  }
}`;
const markAnswer = `mutation Mark($id: ID!) {
  markDiscussionCommentAsAnswer(input: { id: $id }) { discussion { isAnswered answer { id } answerChosenBy { login } } }
}`;

describe("discussions over GraphQL", () => {
  let acme: Acme;
  const category = (slug: string): DiscussionCategory => {
    const found = acme.repository.discussionCategories.find((one) => one.slug === slug);
    if (found === undefined) throw new Error(`no category ${slug}`);
    return found;
  };
  const ask = (slug = "q-a", title = "How do I install it?"): Discussion =>
    openDiscussion(acme.world, acme.people.ada, acme.repository, { category: category(slug), title, body: "Help!" });
  const comment = async (who: string, discussion: Discussion, body: string, replyTo?: string) =>
    acme.ask(who, addComment, { discussion: discussion.id, body, replyTo });

  beforeAll(async () => {
    acme = await startAcme();
  });
  afterAll(async () => acme.close());

  it("lets the app comment as a Bot whose login has no [bot]", async () => {
    const discussion = ask();
    const { data, errors } = await comment("app", discussion, "See the docs.");
    expect(errors).toEqual([]);
    expect(data["addDiscussionComment"]?.["comment"]).toMatchObject({
      body: "See the docs.",
      author: { __typename: "Bot", login: "my-app" },
      viewerDidAuthor: true,
      replyTo: null,
    });
    const [stored] = discussion.comments;
    expect(stored?.id).toMatch(/^DC_kw/u);
    expect(stored?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
  });

  it("keeps threads two deep", async () => {
    const discussion = ask();
    await comment("sam", discussion, "top");
    const [top] = discussion.comments;
    await comment("ada", discussion, "reply", top?.id);
    const [reply] = top?.replies ?? [];
    const { errors } = await comment("tom", discussion, "deeper", reply?.id);
    expect(errors).toMatchObject([
      {
        type: "UNPROCESSABLE",
        message: "Parent comment is already in a thread, cannot reply to it",
        path: ["addDiscussionComment"],
      },
    ]);
    expect(discussion.comments).toHaveLength(1);
    expect(top?.replies).toHaveLength(1);
  });

  it.each([
    ["the asker", "ada", true],
    ["triage", "tom", true],
    ["the owner", "olga", true],
    ["a stranger", "sam", false],
  ])("judges whether %s may mark an answer", async (_who, login, may) => {
    const discussion = ask();
    await comment("tom", discussion, "Run npm install.");
    const { data, errors } = await acme.ask(login, markAnswer, { id: discussion.comments[0]?.id });
    expect(errors.map(({ type }) => type)).toEqual(may ? [] : ["FORBIDDEN"]);
    expect(discussion.answer).toBe(may ? discussion.comments[0] : null);
    expect(discussion.answerChosenBy?.login).toBe(may ? login : undefined);
    const told = data["markDiscussionCommentAsAnswer"]?.["discussion"]?.["isAnswered"] ?? false;
    expect(told).toBe(may);
  });

  it.each([
    ["a category that takes no answers", async (id: string) => id, "general", "Category does not support answers"],
    [
      "a minimized comment",
      async (id: string) => {
        await acme.ask(
          "tom",
          `mutation { minimizeComment(input: {subjectId: "${id}", classifier: OUTDATED}) { minimizedComment { isMinimized } } }`,
        );
        return id;
      },
      "q-a",
      "A minimized comment cannot be marked as the answer",
    ],
  ])("refuses an answer in %s", async (_what, prepare, slug, message) => {
    const discussion = ask(slug);
    await comment("tom", discussion, "An answer.");
    const id = await prepare(discussion.comments[0]?.id ?? "");
    const { errors } = await acme.ask("ada", markAnswer, { id });
    expect(errors).toMatchObject([{ type: "UNPROCESSABLE", message }]);
  });

  it.each([
    ["blank", "  \n ", "Body can't be blank"],
    ["too long", "x".repeat(65_537), "Body is too long (maximum is 65536 characters)"],
  ])("refuses a body that is %s", async (_what, body, message) => {
    const { errors } = await comment("sam", ask(), body);
    expect(errors).toMatchObject([{ type: "UNPROCESSABLE", message }]);
  });

  it("takes a body of exactly 65,536 characters, counted as characters", async () => {
    const { errors } = await comment("sam", ask(), "🙂".repeat(65_536));
    expect(errors).toEqual([]);
  });

  it("lets nobody but people with a role comment on what is locked", async () => {
    const discussion = ask();
    const lock = `mutation($id: ID!) { lockLockable(input: {lockableId: $id, lockReason: RESOLVED}) { lockedRecord { locked activeLockReason } } }`;
    expect((await acme.ask("sam", lock, { id: discussion.id })).errors).toMatchObject([{ type: "FORBIDDEN" }]);
    expect((await acme.ask("tom", lock, { id: discussion.id })).errors).toEqual([]);
    expect((await comment("sam", discussion, "me too")).errors).toMatchObject([{ type: "FORBIDDEN" }]);
    expect((await comment("tom", discussion, "closing note")).errors).toEqual([]);
  });

  it("closes for a reason and reopens", async () => {
    const discussion = ask();
    const close = `mutation($id: ID!) { closeDiscussion(input: {discussionId: $id, reason: DUPLICATE}) { discussion { closed closedAt stateReason } } }`;
    const { data } = await acme.ask("ada", close, { id: discussion.id });
    expect(data["closeDiscussion"]?.["discussion"]).toMatchObject({ closed: true, stateReason: "DUPLICATE" });
    const reopen = `mutation($id: ID!) { reopenDiscussion(input: {discussionId: $id}) { discussion { closed closedAt stateReason } } }`;
    const reopened = await acme.ask("ada", reopen, { id: discussion.id });
    expect(reopened.data["reopenDiscussion"]?.["discussion"]).toEqual({
      closed: false,
      closedAt: null,
      stateReason: "REOPENED",
    });
  });

  it("lets an author edit, a stranger not, and tells who edited", async () => {
    const discussion = ask();
    const edit = `mutation($id: ID!) { updateDiscussion(input: {discussionId: $id, title: "Better title"}) { discussion { title } } }`;
    expect((await acme.ask("sam", edit, { id: discussion.id })).errors).toMatchObject([{ type: "FORBIDDEN" }]);
    expect((await acme.ask("ada", edit, { id: discussion.id })).errors).toEqual([]);
    expect(discussion.title).toBe("Better title");
  });

  it("reacts once, however often one reacts", async () => {
    const discussion = ask();
    const react = `mutation($id: ID!) { addReaction(input: {subjectId: $id, content: ROCKET}) { reaction { content } reactionGroups { content viewerHasReacted reactors(first: 1) { totalCount } } } }`;
    await acme.ask("app", react, { id: discussion.id });
    const { data } = await acme.ask("app", react, { id: discussion.id });
    const groups = JSON.stringify(data["addReaction"]?.["reactionGroups"]);
    expect(groups).toContain('{"content":"ROCKET","viewerHasReacted":true,"reactors":{"totalCount":1}}');
    expect(discussion.reactions).toHaveLength(1);
  });

  it("tells who reacted and when, bots as bots", async () => {
    const discussion = ask();
    const react = `mutation($id: ID!) { addReaction(input: {subjectId: $id, content: THUMBS_UP}) { reaction { content } } }`;
    for (const who of ["ada", "app"]) await acme.ask(who, react, { id: discussion.id });
    const query = `query($id: ID!) { node(id: $id) { ... on Discussion { reactionGroups { content reactors(first: 5) {
      totalCount edges { reactedAt node { __typename ... on User { login } } } nodes { __typename } } } } } }`;
    const { data } = await acme.ask("sam", query, { id: discussion.id });
    const reactedAt = discussion.reactions[0]?.createdAt;
    expect(data["node"]?.["reactionGroups"]).toContainEqual({
      content: "THUMBS_UP",
      reactors: {
        totalCount: 2,
        edges: [
          { reactedAt, node: { __typename: "User", login: "ada" } },
          { reactedAt: discussion.reactions[1]?.createdAt, node: { __typename: "Bot" } },
        ],
        nodes: [{ __typename: "User" }, { __typename: "Bot" }],
      },
    });
  });

  it("deletes a comment but keeps its place while it has replies", async () => {
    const discussion = ask();
    await comment("sam", discussion, "first");
    const [top] = discussion.comments;
    await comment("tom", discussion, "reply", top?.id);
    const remove = `mutation($id: ID!) { deleteDiscussionComment(input: {id: $id}) { comment { id deletedAt } } }`;
    expect((await acme.ask("sam", remove, { id: top?.id })).errors).toEqual([]);
    expect(discussion.comments).toHaveLength(1);
    expect(top?.deletedAt).not.toBeNull();
    expect((await acme.ask("tom", remove, { id: top?.replies[0]?.id })).errors).toEqual([]);
    expect(top?.replies).toHaveLength(0);
  });

  it("filters by answered, category and state, and takes an empty list of states for no filter", async () => {
    const ideas = category("ideas");
    const open = openDiscussion(acme.world, acme.people.ada, acme.repository, {
      category: ideas,
      title: "One",
      body: "x",
    });
    const query = `query($category: ID!, $states: [DiscussionState!]) { repository(owner: "acme", name: "widgets") {
      discussions(first: 10, categoryId: $category, states: $states) { totalCount nodes { id closed isAnswered category { isAnswerable } } } } }`;
    const count = async (states: string[] | null) => {
      const { data } = await acme.ask("sam", query, { category: ideas.id, states });
      return data["repository"]?.["discussions"]?.["totalCount"];
    };
    expect(await count([])).toBe(1);
    expect(await count(["CLOSED"])).toBe(0);
    expect(await count(["OPEN"])).toBe(1);
    const { data } = await acme.ask("sam", query, { category: ideas.id });
    expect(data["repository"]?.["discussions"]?.["nodes"]).toEqual([
      { id: open.id, closed: false, isAnswered: null, category: { isAnswerable: false } },
    ]);
  });

  it("shows what is pinned, four at most, and forgets a pin with its discussion", async () => {
    const { olga, tom } = acme.people;
    const four = Array.from({ length: 4 }, () => ask());
    for (const it of four) pinDiscussion(acme.world, olga, it);
    const pinned = async (who: string) => {
      const { data } = await acme.ask(
        who,
        `{ repository(owner: "acme", name: "widgets") { pinnedDiscussions(first: 10) { totalCount nodes { discussion { number } } } } }`,
      );
      return data["repository"]?.["pinnedDiscussions"];
    };
    expect(await pinned("app")).toEqual({
      totalCount: 4,
      nodes: four.map(({ number }) => ({ discussion: { number } })),
    });
    expect(() => pinDiscussion(acme.world, olga, ask())).toThrow("Maximum number of pinned discussions");
    expect(() => pinDiscussion(acme.world, tom, ask())).toThrow("tom does not have the correct permissions");
    const [first, second] = four;
    if (!first || !second) throw new Error("nothing is pinned");
    pinDiscussion(acme.world, olga, first);
    unpinDiscussion(acme.world, olga, first);
    deleteDiscussion(acme.world, olga, second);
    expect(await pinned("sam")).toMatchObject({ totalCount: 2 });
    for (const it of four.slice(2)) unpinDiscussion(acme.world, olga, it);
  });

  it("searches discussions by qualifiers and words", async () => {
    ask("q-a", "Kangaroo crash on start");
    const query = `query($q: String!) { search(type: DISCUSSION, query: $q, first: 5) { discussionCount nodes { ... on Discussion { title } } } }`;
    const { data } = await acme.ask("sam", query, { q: "repo:acme/widgets is:unanswered kangaroo in:title" });
    expect(data["search"]).toEqual({ discussionCount: 1, nodes: [{ title: "Kangaroo crash on start" }] });
  });
});
