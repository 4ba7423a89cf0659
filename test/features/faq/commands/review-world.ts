import { english } from "../../../../src/core/language.ts";
import type { KnownEntry } from "../../../../src/core/knowledge.ts";
import type { Command, CommandContext } from "../../../../src/features/command.ts";
import type { ReadsWithFaq } from "../../../../src/features/faq/reads.ts";
import { Config } from "../../../../src/config/schema.ts";
import { directEditor } from "../../../../src/faq-file/faq-editor.ts";
import { findCommands } from "../../../../src/text/find-commands.ts";
import { aComment, aHit, repository } from "../../../helpers/builders.ts";

const path = "docs/FAQ.md";
const anchor = "how-do-i-start";
export const base = "# FAQ\n\n## How do I start?\n\nPress the button.\n\n## How do I stop?\n\nPull the plug.\n";
export const now = new Date("2026-11-26T12:00:00Z");

const entry: KnownEntry = {
  item: aHit(1, { title: "How do I start?" }).item,
  section: {
    path,
    anchor,
    headings: ["FAQ", "How do I start?"],
    title: "How do I start?",
    text: "Press the button.",
    code: "",
    links: [],
    aliases: [],
    line: 3,
    isFaq: true,
  },
};

/** What `/verify` or `/retire` plans for the first entry of a file, whose branch has `onBranch` if it is there. */
export async function decideOn(command: Command<ReadsWithFaq>, text = base, onBranch?: string) {
  const editor = directEditor();
  const [line] = findCommands(`/${command.name} ${anchor}`);
  if (line === undefined) throw new Error("no command");
  const job = { path, text: onBranch ?? text, which: { anchor } };
  const done =
    command.name === "verify"
      ? await editor.work({ do: "verify", ...job, day: "2026-11-26", isMdx: false })
      : await editor.work({ do: "remove", ...job });
  const parent = onBranch === undefined ? "m" : "b";
  const branchBase = { parent, from: undefined, text: job.text, isFresh: onBranch === undefined };
  const files = {
    path,
    branch: `faq/${command.name}-${anchor}`,
    proposal: { base: { name: "main", head: "m" }, branch: undefined, pullRequest: undefined },
    base: text,
    baseSha: "s",
    ours: onBranch,
    shared: text,
    syntax: "markdown" as const,
    language: { language: "auto" as const, words: {} },
    editor,
  };
  const context: CommandContext = {
    place: "issue",
    line,
    repository,
    number: 3,
    comment: aComment({ id: "IC_1" }),
    actor: { login: "hana", isBot: false },
    roles: ["helper"],
    config: Config.parse({}),
    now,
    allowed: [],
    locale: english,
    issue: {
      id: "I_3",
      number: 3,
      title: "FAQ review",
      body: "",
      url: "https://github.com/acme/widgets/issues/3",
      labels: [],
      createdAt: now,
      updatedAt: now,
      lastComments: [],
    },
  };
  return command.decide(context, { entry, files, branchBase, done });
}
