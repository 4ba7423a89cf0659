import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startLocalGitHub } from "local-github-server";
import { addDiscussionComment, markAnswer, openDiscussion } from "local-github-server/world";
import { postQuery, seedAcme } from "../acme-world.ts";

describe("a restart", () => {
  it("goes on with the saved world: threads, git, people's tokens, the app's key, new ids and the moved clock", async () => {
    const folder = await mkdtemp(join(tmpdir(), "restart-"));
    const before = await startLocalGitHub({ folder, seed: seedAcme });
    const repository = before.world.findRepository("acme", "widgets");
    const ada = before.world.findUser("ada");
    const category = repository?.discussionCategories.find(({ isAnswerable }) => isAnswerable);
    if (repository === undefined || ada === undefined || category === undefined) throw new Error("no acme");
    const discussion = openDiscussion(before.world, ada, repository, { category, title: "Kept?", body: "yes" });
    const answer = addDiscussionComment(before.world, ada, discussion, { body: "Indeed." });
    markAnswer(before.world, ada, answer);
    const author = { name: "Ada", email: "ada@example.org", date: "2026-01-01T00:00:00Z" };
    const files = [{ path: "README.md", content: Buffer.from("# Kept\n") }];
    await before.git(repository).importFiles("main", files, { message: "Begin", author });
    const token = before.tokenFor("ada");
    await before.clock.advance(48 * 3_600_000);
    const movedTo = before.world.now();
    await before.close();

    const after = await startLocalGitHub({ folder, seed: () => expect.unreachable("seeded again") });
    try {
      expect(after.app).toEqual(before.app);
      expect(after.tokenFor("ada")).toBe(token);
      expect(after.world.now().getTime()).toBeGreaterThanOrEqual(movedTo.getTime());
      const query = `{ repository(owner: "acme", name: "widgets") {
        discussion(number: 1) { title url answer { id body } }
        object(expression: "HEAD:README.md") { ... on Blob { text } } } }`;
      const { data, errors } = await postQuery(after.url, token, query);
      expect(errors).toEqual([]);
      expect(data["repository"]).toEqual({
        discussion: {
          title: "Kept?",
          url: `${after.url}/acme/widgets/discussions/1`,
          answer: { id: answer.id, body: "Indeed." },
        },
        object: { text: "# Kept\n" },
      });
      const ids = new Set(after.world.byId.keys());
      expect(ids.has(after.world.stamp("Label").id)).toBe(false);
    } finally {
      await after.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
