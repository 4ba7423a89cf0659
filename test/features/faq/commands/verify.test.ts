import { expect, it } from "vitest";
import { verify } from "../../../../src/features/faq/commands/verify.ts";
import { base, decideOn } from "./review-world.ts";

const verified = base.replace("start?\n", "start?\n<!-- frontdesk:faq:verified=2026-11-26 -->\n");

it("proposes the entry with the day, and says where", async () => {
  const { actions } = await decideOn(verify);
  expect(actions).toEqual([
    {
      do: "propose",
      repository: expect.anything(),
      proposal: expect.objectContaining({
        branch: "faq/verify-how-do-i-start",
        parent: "m",
        title: "FAQ: verify How do I start?",
        files: [{ path: "docs/FAQ.md", text: verified }],
      }),
    },
    expect.objectContaining({
      do: "comment-on-issue",
      key: "verify:IC_1",
      body: expect.stringContaining("I proposed it"),
    }),
  ]);
});

it("commits nothing more where the branch says so already", async () => {
  const { actions } = await decideOn(verify, base, verified);
  expect(actions[0]).toMatchObject({ do: "propose", proposal: { parent: "b", files: [] } });
});

it.each([
  ["an entry that was verified today", verified, "The FAQ says this already: the entry was verified today."],
  ["an entry that is not there any more", "# FAQ\n\n## Who?\n\nWe.\n", "I left `docs/FAQ.md` as it is: no entry"],
])("refuses %s", async (_, text, refusal) => {
  await expect(decideOn(verify, text)).rejects.toThrow(refusal);
});
