import { nullOid } from "local-github-server/git";
import { describe, expect, it } from "vitest";
import { act, create, inWidgets, say, useForum } from "./discussion-forum.ts";
import { errorsOf } from "./octokit-clients.ts";

/** By plain `@octokit/graphql`; what is expected is GitHub's documentation, or a public thread that is named. */
const { widgets, place, ask, only, aDiscussion, aComment } = useForum();

describe("discussions", () => {
  const read = (fields: string) => `query($id: ID!) { node(id: $id) { ... on Discussion { ${fields} } } }`;

  it("are written by who may read, with an upvote of their own", async () => {
    const id = await aDiscussion("Mine");
    expect(
      await ask("maria", read("title closed locked isAnswered upvoteCount viewerDidAuthor author { login }"), { id }),
    ).toEqual({
      node: {
        title: "Mine",
        closed: false,
        locked: false,
        isAnswered: false,
        upvoteCount: 1,
        viewerDidAuthor: true,
        author: { login: "maria" },
      },
    });
  });

  it("need a title", async () => {
    const { errors } = await errorsOf(ask("maria", create, { ...place, title: "" }));
    expect(errors).toMatchObject([{ type: "UNPROCESSABLE", path: ["createDiscussion"] }]);
  });

  it("hold replies under comments, which count apart", async () => {
    const id = await aDiscussion();
    const comment = await aComment(id);
    await aComment(id, "Thanks.", "maria", comment);
    expect(
      await ask(
        "maria",
        read("comments(first: 5) { totalCount nodes { body replies(first: 5) { nodes { body replyTo { id } } } } }"),
        { id },
      ),
    ).toEqual({
      node: {
        comments: {
          totalCount: 1,
          nodes: [{ body: "Like this.", replies: { nodes: [{ body: "Thanks.", replyTo: { id: comment } }] } }],
        },
      },
    });
  });

  // github/accessibility-alt-text-bot#17
  it("hold no replies to replies", async () => {
    const id = await aDiscussion();
    const reply = await aComment(id, "Thanks.", "maria", await aComment(id));
    const { errors } = await errorsOf(ask("tim", say, { id, body: "Welcome.", to: reply }));
    expect(errors).toMatchObject([
      { type: "UNPROCESSABLE", message: "Parent comment is already in a thread, cannot reply to it" },
    ]);
  });

  it("have the answer that whoever asked marks, until it is not", async () => {
    const id = await aDiscussion();
    const comment = await aComment(id);
    const mark = act(
      "markDiscussionCommentAsAnswer",
      "id",
      "discussion { isAnswered answer { id isAnswer } answerChosenBy { login } }",
    );
    expect(await ask("maria", mark, { id: comment })).toEqual({
      markDiscussionCommentAsAnswer: {
        discussion: { isAnswered: true, answer: { id: comment, isAnswer: true }, answerChosenBy: { login: "maria" } },
      },
    });
    const unmark = act("unmarkDiscussionCommentAsAnswer", "id", "discussion { isAnswered }");
    expect(await only("maria", unmark, { id: comment })).toBe(false);
  });

  it("have no answer that a stranger marks", async () => {
    const comment = await aComment(await aDiscussion("Not yours", "tim"), "Mine!", "maria");
    const mark = act("markDiscussionCommentAsAnswer", "id", "discussion { id }");
    expect((await errorsOf(ask("maria", mark, { id: comment }))).errors).toMatchObject([{ type: "FORBIDDEN" }]);
  });

  it("are closed for a reason, and opened again", async () => {
    const id = await aDiscussion();
    const close = act("closeDiscussion", "discussionId", "discussion { closed stateReason }", "reason: OUTDATED");
    expect(await ask("tim", close, { id })).toEqual({
      closeDiscussion: { discussion: { closed: true, stateReason: "OUTDATED" } },
    });
    const reopen = act("reopenDiscussion", "discussionId", "discussion { closed stateReason }");
    expect(await ask("tim", reopen, { id })).toEqual({
      reopenDiscussion: { discussion: { closed: false, stateReason: "REOPENED" } },
    });
  });

  it("that are locked take no comment of strangers", async () => {
    const id = await aDiscussion();
    const lock = act("lockLockable", "lockableId", "lockedRecord { locked activeLockReason }", "lockReason: RESOLVED");
    expect(await ask("tim", lock, { id })).toEqual({
      lockLockable: { lockedRecord: { locked: true, activeLockReason: "RESOLVED" } },
    });
    expect((await errorsOf(ask("maria", say, { id, body: "But!" }))).errors).toMatchObject([{ type: "FORBIDDEN" }]);
    expect(await aComment(id, "By the house.", "tim")).toBeTruthy();
  });

  it("are filtered by answer, state and category, newest change first", async () => {
    const id = await aDiscussion("Filtered");
    const args = (more: string) => inWidgets(`discussions(first: 1, ${more}) { nodes { id } }`);
    expect(await only("maria", args("answered: false, orderBy: { field: CREATED_AT, direction: DESC }"))).toEqual([
      { id },
    ]);
    expect(await only("maria", args("states: [OPEN], orderBy: { field: UPDATED_AT, direction: DESC }"))).toEqual([
      { id },
    ]);
    const closed = await only("maria", args("states: [CLOSED]"));
    expect(closed).not.toEqual([{ id }]);
  });

  it("are found by words and qualifiers", async () => {
    const id = await aDiscussion("Where is the gyrotron?");
    const query = (words: string) =>
      `{ search(type: DISCUSSION, first: 5, query: "${words}") { discussionCount nodes { ... on Discussion { id } } } }`;
    expect(await ask("maria", query("gyrotron repo:acme/widgets is:unanswered"))).toEqual({
      search: { discussionCount: 1, nodes: [{ id }] },
    });
    expect(await ask("maria", query("gyrotron is:answered"))).toEqual({ search: { discussionCount: 0, nodes: [] } });
  });

  it("have comments that are hidden for a reason", async () => {
    const comment = await aComment(await aDiscussion());
    const hide = act(
      "minimizeComment",
      "subjectId",
      "minimizedComment { isMinimized minimizedReason }",
      "classifier: OFF_TOPIC",
    );
    expect(await ask("tim", hide, { id: comment })).toEqual({
      minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: "off-topic" } },
    });
    expect((await errorsOf(ask("maria", hide, { id: await aComment(await aDiscussion()) }))).errors).toMatchObject([
      { type: "FORBIDDEN" },
    ]);
  });

  it("have eight groups of reactions, empty ones too", async () => {
    const id = await aDiscussion();
    const react = act("addReaction", "subjectId", "reaction { content user { login } }", "content: ROCKET");
    for (let times = 0; times < 2; times++) {
      expect(await ask("tim", react, { id })).toEqual({
        addReaction: { reaction: { content: "ROCKET", user: { login: "tim" } } },
      });
    }
    type Groups = { node: { reactionGroups: { content: string; reactors: { totalCount: number } }[] } };
    const { node } = await ask<Groups>("maria", read("reactionGroups { content reactors { totalCount } }"), { id });
    expect(node.reactionGroups).toHaveLength(8);
    expect(node.reactionGroups.filter((it) => it.reactors.totalCount > 0)).toEqual([
      { content: "ROCKET", reactors: { totalCount: 1 } },
    ]);
  });

  it("are commented on by the app under a login without [bot], and over REST with it", async () => {
    const id = await aDiscussion();
    const query = say.replace("comment { id }", "comment { author { __typename login } viewerDidAuthor }");
    expect(await ask("app", query, { id, body: "Hello." })).toEqual({
      addDiscussionComment: { comment: { author: { __typename: "Bot", login: "my-app" }, viewerDidAuthor: true } },
    });
  });

  it("are deleted by maintainers, with all they hold", async () => {
    const id = await aDiscussion();
    const comment = await aComment(id);
    const remove = act("deleteDiscussion", "id", "discussion { id }");
    expect((await errorsOf(ask("maria", remove, { id: await aDiscussion("Not hers", "tim") }))).errors).toMatchObject([
      { type: "FORBIDDEN" },
    ]);
    expect(await only("mona", remove, { id })).toBe(id);
    const { errors } = await errorsOf(ask("maria", "query($id: ID!) { node(id: $id) { id } }", { id: comment }));
    expect(errors).toMatchObject([{ type: "NOT_FOUND" }]);
  });
});

describe("issues and branches", () => {
  it("issues are opened, closed as duplicates, and found", async () => {
    const open = `mutation($id: ID!) { createIssue(input: { repositoryId: $id, title: "The flange is loose" }) { issue { id } } }`;
    const id = await only("maria", open, { id: place.repositoryId });
    const close = act("closeIssue", "issueId", "issue { closed stateReason }", "stateReason: DUPLICATE");
    expect(await ask("tim", close, { id })).toEqual({
      closeIssue: { issue: { closed: true, stateReason: "DUPLICATE" } },
    });
    const search = `{ search(type: ISSUE, first: 5, query: "flange is:closed repo:acme/widgets") { issueCount nodes { ... on Issue { id } } } }`;
    expect(await ask("maria", search)).toEqual({ search: { issueCount: 1, nodes: [{ id }] } });
  });

  // planetscale/ghcommit#153
  it("a commit on a branch that has moved is refused as stale", async () => {
    const commit = `mutation($oid: GitObjectID!) { createCommitOnBranch(input: {
      branch: { repositoryNameWithOwner: "acme/widgets", branchName: "main" }, expectedHeadOid: $oid,
      message: { headline: "x" }, fileChanges: { additions: [{ path: "x.md", contents: "eA==" }] } }) { commit { oid } } }`;
    const { errors } = await errorsOf(ask("wendy", commit, { oid: nullOid }));
    expect(errors).toMatchObject([
      { type: "STALE_DATA", message: expect.stringContaining("but it did not.  Pull and try again.") },
    ]);
    expect(await only("wendy", commit, { oid: widgets().head })).toMatch(/^[0-9a-f]{40}$/u);
  });

  it("what an installation has no permission for is refused to it", async () => {
    const { github } = widgets();
    const [installation] = github.world.all("Installation");
    if (!installation) throw new Error("not installed");
    const { token } = github.access.mint(installation.app, installation, { permissions: { discussions: "read" } });
    const headers = { authorization: `token ${token}`, "content-type": "application/json" };
    const body = JSON.stringify({ query: say, variables: { id: await aDiscussion(), body: "No." } });
    const answer = await fetch(`${github.url}/graphql`, { method: "POST", headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }] },
    ]);
  });

  it("a spent budget is 200 with an error", async () => {
    const { limits } = widgets().github;
    limits.exhaust("graphql");
    const refused = await ask("maria", "{ viewer { login } }").catch((error: unknown) => error);
    limits.refill();
    expect(refused).toMatchObject({
      errors: [{ type: "RATE_LIMITED", message: expect.stringContaining("rate limit already exceeded") }],
    });
    expect(await only("maria", "{ viewer { login } }")).toBe("maria");
  });
});
