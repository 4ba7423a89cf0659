import { expect, it } from "vitest";
import { retire } from "../../../../src/features/faq/commands/retire.ts";
import { base, decideOn } from "./review-world.ts";

const without = "# FAQ\n\n## How do I stop?\n\nPull the plug.\n";

it("proposes the file without the entry, and says where", async () => {
  const { actions } = await decideOn(retire);
  expect(actions).toEqual([
    {
      do: "propose",
      repository: expect.anything(),
      proposal: expect.objectContaining({
        branch: "faq/retire-how-do-i-start",
        title: "FAQ: retire How do I start?",
        files: [{ path: "docs/FAQ.md", text: without }],
      }),
    },
    expect.objectContaining({
      do: "comment-on-issue",
      key: "retire:IC_1",
      body: expect.stringContaining("I proposed it"),
    }),
  ]);
});

it("commits nothing more where the branch is without it already", async () => {
  const { actions } = await decideOn(retire, base, without);
  expect(actions[0]).toMatchObject({ do: "propose", proposal: { parent: "b", files: [] } });
});

it("refuses an entry that is not there any more", async () => {
  await expect(decideOn(retire, without)).rejects.toThrow("I left `docs/FAQ.md` as it is: no entry");
});
