import type { Finds } from "../../onboarding/repository-finds.ts";
import type { Asker } from "./ask.ts";
import { choose, type Choices } from "./choose.ts";

/** Typed for "none of them". */
const none = "-";

type Question = readonly [question: string, usual: (finds: Finds) => string, choice: (typed: string) => Choices];

const questions: Readonly<Record<keyof Choices, Question>> = {
  docs: [
    "Folders of docs, with commas between them",
    ({ docs }) => docs.map(({ folder }) => folder).join(", "),
    (typed) => ({ docs: toList(typed) }),
  ],
  faq: ["FAQ file", ({ faq }) => faq ?? "docs/FAQ.md", (typed) => ({ faq: typed })],
  questions: [
    `Categories for questions, ${none} for none`,
    (finds) => finds.questions.join(", ") || none,
    (typed) => ({ questions: toList(typed) }),
  ],
  ideas: [
    `Categories for ideas, ${none} for none`,
    ({ ideas }) => ideas.join(", ") || none,
    (typed) => ({ ideas: toList(typed) }),
  ],
};

/**
 * Asks for what no flag has said, each until the answer can be. Undefined where the input ended before: then nothing is to be
 * written.
 */
export async function askChoices(
  finds: Finds,
  given: Choices,
  {
    asker,
    paths,
    tell,
  }: { readonly asker: Asker; readonly paths: readonly string[]; readonly tell: (line: string) => void },
): Promise<Finds | undefined> {
  let chosen = finds;
  for (const [name, [question, usual, choice]] of Object.entries(questions)) {
    if (given[name as keyof Choices] !== undefined) continue;
    for (;;) {
      const typed = await asker.ask(question, usual(chosen));
      if (typed === undefined) return undefined;
      // What was found need not be looked at again, and an empty answer to an empty offer is none.
      if (typed === usual(chosen)) break;
      const result = choose(chosen, choice(typed), paths);
      if ("problem" in result) tell(result.problem);
      else {
        chosen = result;
        break;
      }
    }
  }
  return chosen;
}

function toList(typed: string): string[] {
  if (typed === none) return [];
  return typed
    .split(",")
    .map((it) => it.trim())
    .filter((it) => it !== "");
}
