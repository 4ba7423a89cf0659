import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDiscussionComment, openDiscussion } from "local-github-server/world";
import { startAcme, type Acme } from "../acme-world.ts";

describe("a workflow's token", () => {
  let acme: Acme;
  beforeAll(async () => {
    acme = await startAcme();
    acme.github.workflows.enable(acme.repository);
  });
  afterAll(async () => acme.close());

  const askAs = async (token: string, query: string, variables: object = {}) => {
    const response = await fetch(`${acme.github.url}/graphql`, {
      method: "POST",
      headers: { authorization: `bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return {
      headers: response.headers,
      ...((await response.json()) as { readonly data?: unknown; readonly errors?: readonly unknown[] }),
    };
  };
  const open = () => {
    const [category] = acme.repository.discussionCategories;
    if (!category) throw new Error("no category");
    return openDiscussion(acme.world, acme.people.ada, acme.repository, {
      category,
      title: "Why?",
      body: "So.",
    });
  };
  const comment = `mutation ($discussionId: ID!) { addDiscussionComment(input: { discussionId: $discussionId, body: "Hi" }) { comment { author { login __typename } viewerDidAuthor } } }`;

  it("writes as github-actions, with a thousand points an hour", async () => {
    const discussion = open();
    const token = acme.github.workflows.token(acme.repository, { discussions: "write" });
    expect(await askAs(token, "{ viewer { login } }")).toMatchObject({
      data: { viewer: { login: "github-actions[bot]" } },
    });
    const { headers, data } = await askAs(token, comment, { discussionId: discussion.id });
    expect(data).toMatchObject({
      addDiscussionComment: {
        comment: { author: { login: "github-actions", __typename: "Bot" }, viewerDidAuthor: true },
      },
    });
    expect(headers.get("x-ratelimit-limit")).toBe("1000");
  });

  it("may what the job's permissions say, and no more", async () => {
    const token = acme.github.workflows.token(acme.repository, { contents: "read" });
    expect(await askAs(token, comment, { discussionId: open().id })).toMatchObject({
      errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
    });
  });

  it("is told of what people do, and of nothing that was done by such a token", async () => {
    const { github, repository, world, people } = acme;
    await github.workflows.take(repository);
    const discussion = open();
    await askAs(github.workflows.token(repository, { discussions: "write" }), comment, { discussionId: discussion.id });
    addDiscussionComment(world, people.tom, discussion, { body: "Because." });
    const runs = await github.workflows.take(repository);
    expect(runs.map(({ event, payload }) => [event, payload["action"]])).toEqual([
      ["discussion", "created"],
      ["discussion_comment", "created"],
    ]);
    expect(runs[0]?.payload).toHaveProperty("repository.full_name", "acme/widgets");
    expect(runs[0]?.payload).not.toHaveProperty("installation");
    expect(new Set(runs.map(({ id }) => id)).size).toBe(2);
  });
});
