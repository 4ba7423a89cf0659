import { english } from "../../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { Refusal } from "../../../../src/core/faq-editor.ts";
import { Config } from "../../../../src/config/schema.ts";
import { directEditor } from "../../../../src/faq-file/faq-editor.ts";
import type { FaqPlan } from "../../../../src/features/faq/actions/faq-actions.ts";
import { promoteFaq } from "../../../../src/features/faq/commands/promote-faq.ts";
import type { EntryFiles } from "../../../../src/features/faq/promotion/entry-files.ts";
import { putRequest } from "../../../../src/features/faq/promotion/entry-request.ts";
import type { Promotion } from "../../../../src/features/faq/promotion/promotion.ts";
import { proposeChange } from "../../../../src/features/faq/promotion/propose-change.ts";
import { findCommands } from "../../../../src/text/find-commands.ts";
import { aComment, aThread, repository } from "../../../helpers/builders.ts";

const now = new Date("2026-11-26T12:00:00Z");
const empty = "# FAQ\n\n## How do I stop?\n\nPull the plug.\n";

function aPromotion(number: number): Promotion {
  return {
    number,
    file: "docs/FAQ.md",
    branch: "faq/collected",
    question: `Why ${number}?`,
    wanted: "x1",
    state: "proposed",
    change: "add",
    url: `https://github.com/acme/widgets/discussions/${number}`,
    by: "hana",
    redacted: [],
  };
}

/** What the command plans for the answer of discussion 12, where the default branch has `base`. */
async function decideOn(base: string, given: { done?: Refusal; heldBack?: readonly Promotion[] } = {}) {
  const [line] = findCommands("/promote-faq");
  if (line === undefined) throw new Error("no command");
  const answer = aComment();
  const thread = aThread({ comments: [answer] });
  const files: EntryFiles = {
    path: "docs/FAQ.md",
    branch: "faq/discussion-12",
    proposal: { base: { name: "main", head: "m" }, branch: undefined, pullRequest: undefined },
    base,
    baseSha: "s",
    ours: undefined,
    shared: base,
    syntax: "markdown",
    language: { language: "auto", words: {} },
    editor: directEditor(),
  };
  const request = putRequest(
    thread,
    { answer, digest: "x1" },
    { file: files.path, branch: files.branch, by: "hana", command: "DC_9" },
    { now, account: 5 },
  );
  const branchContents = { otherPromotions: [], otherRequests: [], heldBack: given.heldBack ?? [] };
  const done = given.done ?? (await proposeChange(repository, files, request, branchContents));
  const inBase = await files.editor.work({ do: "find", path: files.path, text: base, which: { thread: 12 } });
  const actor = { login: "hana", isBot: false };
  const { actions, because } = promoteFaq.decide(
    {
      place: "discussion",
      line,
      repository,
      number: 12,
      comment: aComment({ id: "DC_9" }),
      actor,
      roles: ["helper"],
      config: Config.parse({}),
      now,
      allowed: [],
      locale: english,
      thread,
    },
    { files, branchContents, done, inBase },
  ) as FaqPlan;
  const [proposal] = actions.flatMap((it) => (it.do === "propose" ? [it.proposal] : []));
  return { actions, because, proposal };
}

/** The kinds of actions in order, with the thread of each follow-up. */
function kinds(actions: readonly { readonly do: string; readonly event?: object }[]) {
  return actions.map((it) => (it.do === "follow-up" ? { [it.do]: (it.event as { number?: number }).number } : it.do));
}

describe("/promote-faq decides", () => {
  it("to propose the entry, to record it, and to report it in the thread once its pull request is known", async () => {
    const { actions, proposal } = await decideOn(empty);
    expect(kinds(actions)).toEqual(["propose", "keep-promotion", { "follow-up": 12 }]);
    expect(proposal).toMatchObject({ branch: "faq/discussion-12", parent: "m" });
    expect(proposal?.files[0]?.text).toContain("## How do I change the log level?");
    expect(proposal?.message).toContain("Co-authored-by: hana <5+hana@users.noreply.github.com>");
  });

  it("to say where the entry is, when the default branch has it", async () => {
    const { proposal } = await decideOn(empty);
    const { actions } = await decideOn(proposal?.files[0]?.text ?? "");
    expect(kinds(actions)).toEqual(["keep-promotion", "reply", { "follow-up": 12 }]);
    expect(actions[1]).toMatchObject({
      key: "promote-faq:DC_9",
      body: expect.stringMatching(/^The FAQ says this already: .*docs\/FAQ\.md#how-do-i-change-the-log-level/u),
    });
  });

  it("to compare those first that a branch made anew leaves out", async () => {
    const { actions } = await decideOn(empty, { heldBack: [aPromotion(13), aPromotion(14)] });
    expect(kinds(actions)).toEqual(["propose", "keep-promotion", { "follow-up": 13 }, { "follow-up": 14 }]);
  });

  it("to refuse what the file forbids", async () => {
    await expect(decideOn(empty, { done: { refused: "the answer is empty" } })).rejects.toThrow(
      "I left `docs/FAQ.md` as it is: the answer is empty.",
    );
  });
});
