import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDiscussionComment, createLabel, openDiscussion, type Discussion } from "local-github-server/world";
import { handlePage } from "../../src/pages/router.ts";
import { openSmallSite, type SmallSite } from "./small-site.ts";

const form = `labels: [help, missing]
body:
  - type: textarea
    attributes: { label: What happened? }
    validations: { required: true }
  - type: dropdown
    attributes: { label: Version, options: ["1", "2"] }
  - type: checkboxes
    attributes: { label: Checked, options: [{ label: docs }, { label: search }] }
`;

let site: SmallSite;

beforeAll(async () => {
  site = await openSmallSite({
    "README.md": "# Tool\n\nSee [the guide](docs/guide.md#first-steps).\n",
    "docs/guide.md": "# Guide\n\n## First steps\n\n## First steps\n",
    "docs/strange name #1.md": "# Odd\n",
    "page.html": "<script>alert(1)</script>",
    "blob.bin": new Uint8Array([0, 1, 2]),
    ".github/DISCUSSION_TEMPLATE/q-a.yml": form,
  });
  createLabel(site.world, site.ada, site.repository, { name: "help" });
});

afterAll(() => site.close());

function ask(title = "Why?", body = "Tell me"): Discussion {
  const category = site.repository.discussionCategories.find(({ isAnswerable }) => isAnswerable);
  if (category === undefined) throw new Error("no Q&A here");
  return openDiscussion(site.world, site.rob, site.repository, { category, title, body });
}

describe("which requests are for the pages", () => {
  const html = { accept: "text/html,*/*;q=0.8" };
  const formPost = { "content-type": "application/x-www-form-urlencoded" };
  it.each([
    ["GET", "/ada/tool", html, true],
    ["GET", "/ada/tool", { accept: "application/vnd.github+json" }, false],
    ["GET", "/ada/tool", { ...html, authorization: "token x" }, false],
    ["GET", "/-/style.css", { accept: "text/css" }, true],
    ["GET", "/ada/tool/raw/main/README.md", {}, true],
    ["POST", "/graphql", { "content-type": "application/json" }, false],
    ["POST", "/-/react", formPost, true],
    ["DELETE", "/ada/tool", html, false],
  ])("%s %s with %j: %s", async (method, path, headers, isPage) => {
    const page = await handlePage(
      new Request(`http://127.0.0.1${path}`, { method, headers: { ...headers } }),
      site.context,
    );
    expect(page !== undefined).toBe(isPage);
  });
});

describe("looking around", () => {
  it.each([
    ["/", "ada/tool"],
    ["/ada/tool", 'href="/ada/tool/blob/main/docs/guide.md#first-steps"'],
    ["/ada/tool/tree/main/docs", "strange%20name%20%231.md"],
    ["/ada/tool/blob/main/docs/strange%20name%20%231.md", "Odd"],
    ["/ada/tool/blob/main/docs/guide.md", 'id="first-steps-1"'],
    ["/ada/tool/blob/main/page.html", "&lt;script&gt;"],
    ["/ada/tool/blob/main/blob.bin", "binary"],
    ["/ada/tool/discussions/new", "Q&amp;A"],
    ["/ada/tool/issues", "No open issues"],
    ["/ada/tool/pulls?state=closed", "No closed pull requests"],
    ["/ada/tool/milestones", "No milestones"],
    ["/-/deliveries", "Nothing was sent yet"],
  ])("%s shows %s", async (path, words) => {
    const page = await site.get(path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(words);
  });

  it.each([
    "/nobody/nothing",
    "/ada/tool/discussions/999",
    "/ada/tool/discussions/categories/none",
    "/ada/tool/blob/main/none.md",
    "/ada/tool/blob/--help/README.md",
    "/ada/tool/blob/main%5E%7Btree%7D/README.md",
    "/orgs/ada/projects/1",
    "/ada/tool/discussions/%00",
  ])("%s is not there", async (path) => {
    expect((await site.get(path)).status).toBe(404);
  });

  it("sends a link to a folder that is written like one to a file to the folder", async () => {
    const page = await site.get("/ada/tool/blob/main/docs");
    expect(page.headers.get("location")).toBe("/ada/tool/tree/main/docs");
  });

  it("gives out files as text that no browser runs", async () => {
    const raw = await site.get("/ada/tool/raw/main/page.html");
    expect(raw.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(raw.headers.get("x-content-type-options")).toBe("nosniff");
    expect(raw.headers.get("content-security-policy")).toContain("sandbox");
  });

  it("keeps a private repository from who may not read it", async () => {
    site.repository.isPrivate = true;
    const pages = await Promise.all([
      site.get("/ada/tool"),
      site.get("/ada/tool", site.rob),
      site.get("/ada/tool", site.tri),
    ]);
    site.repository.isPrivate = false;
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 200]);
  });

  it("shows threads with their numbers and names linked, and hidden comments folded", async () => {
    const first = ask("First");
    const second = ask("Second", `Like #${first.number}, thanks @ada and @nobody-here.`);
    const comment = addDiscussionComment(site.world, site.rob, second, { body: "Rubbish" });
    comment.isMinimized = true;
    comment.minimizedReason = "spam";
    const text = await (await site.get(`/ada/tool/discussions/${second.number}`)).text();
    expect(text).toContain(`<a href="/ada/tool/discussions/${first.number}">#${first.number}</a>`);
    expect(text).toContain('<span class="mention">@ada</span> and @nobody-here');
    expect(text).toContain("Hidden: spam");
  });
});

describe("acting", () => {
  it("needs somebody to act as, and says so without losing what was written", async () => {
    const { number, comments } = ask();
    const page = await site.post(`/ada/tool/discussions/${number}/comments`, { body: "My long text" });
    const text = await page.text();
    expect(page.status).toBe(422);
    expect(text).toContain("Choose whom to act as");
    expect(text).toContain("My long text");
    expect(comments).toEqual([]);
  });

  it("remembers whom to act as, and goes to no other site afterwards", async () => {
    const page = await site.post("/-/act-as", { login: "rob", back: "//evil.example/" });
    expect(page.headers.get("location")).toBe("/");
    expect(page.headers.get("set-cookie")).toContain("act_as=rob");
  });

  it("fills in the category's form as GitHub does, with its labels", async () => {
    const page = await site.post(
      "/ada/tool/discussions/new?category=q-a",
      { title: "Broken", "answer-0": "It broke.\r\nTwice.", "answer-1": "", "answer-2": "1" },
      site.rob,
    );
    expect(page.status).toBe(303);
    const discussion = site.repository.discussions.at(-1);
    expect(discussion?.body).toBe(
      "### What happened?\n\nIt broke.\r\nTwice.\n\n### Version\n\nNone\n\n### Checked\n\n- [ ] docs\n- [x] search",
    );
    expect(discussion?.labels.map(({ name }) => name)).toEqual(["help"]);
  });

  it("asks, comments, replies, reacts, votes, answers, closes and locks", async () => {
    const discussion = ask();
    const path = `/ada/tool/discussions/${discussion.number}`;
    const back = { back: path };
    await site.post(`${path}/comments`, { body: "Because" }, site.tri);
    const [comment] = discussion.comments;
    if (comment === undefined) throw new Error("the comment did not arrive");
    await site.post(`${path}/comments`, { body: "I see", replyTo: comment.id }, site.rob);
    await site.post("/-/react", { subject: comment.id, content: "HEART", ...back }, site.rob);
    await site.post("/-/vote", { subject: discussion.id, ...back }, site.tri);
    await site.post("/-/mark-answer", { subject: comment.id, ...back }, site.rob);
    await site.post("/-/retitle", { subject: discussion.id, title: "Why not?", ...back }, site.rob);
    await site.post("/-/close", { subject: discussion.id, reason: "OUTDATED", ...back }, site.rob);
    const last = await site.post("/-/lock", { subject: discussion.id, reason: "RESOLVED", ...back }, site.tri);

    expect(last.headers.get("location")).toBe(path);
    expect(comment.replies.map(({ body }) => body)).toEqual(["I see"]);
    expect(comment.reactions.map(({ content, user }) => [content, user])).toEqual([["HEART", site.rob]]);
    expect(discussion).toMatchObject({ title: "Why not?", stateReason: "OUTDATED", activeLockReason: "RESOLVED" });
    expect([...discussion.upvoters]).toEqual(["rob", "tri"]);
    expect(discussion.answer).toBe(comment);

    await site.post("/-/react", { subject: comment.id, content: "HEART", ...back }, site.rob);
    expect(comment.reactions).toEqual([]);
  });

  it.each([
    ["lock", { reason: "SPAM" }],
    ["minimize", { reason: "spam" }],
    ["delete", {}],
    ["edit", { body: "Mine now" }],
    ["merge", {}],
    ["react", { content: "MIDDLE_FINGER" }],
    ["no-such-act", {}],
    ["constructor", {}],
  ])("refuses %s by somebody who may not, or that is none, with a message", async (act, fields) => {
    const discussion = ask("Theirs");
    const comment = addDiscussionComment(site.world, site.ada, discussion, { body: "Ada's" });
    const page = await site.post(`/-/${act}`, { subject: comment.id, back: "/", ...fields }, site.rob);
    expect([404, 422]).toContain(page.status);
    expect(await page.text()).toContain('role="alert"');
    expect(comment).toMatchObject({ body: "Ada's", isMinimized: false, reactions: [] });
    expect(discussion).toMatchObject({ locked: false, comments: [comment] });
  });

  it("refuses forms of other sites", async () => {
    const { id, upvoters } = ask();
    const page = await site.post("/-/vote", { subject: id }, site.tri, { origin: "http://evil.example" });
    expect(page.status).toBe(403);
    expect(upvoters.has("tri")).toBe(false);
  });
});
