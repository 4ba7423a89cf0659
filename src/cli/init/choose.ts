import { FaqConfig, noFaqPath } from "../../features/faq/config.ts";
import type { Finds } from "../../onboarding/repository-finds.ts";
import { listInWords } from "../../text/list-in-words.ts";

/** What can be said by a flag or answered to a question. */
export interface Choices {
  readonly docs?: readonly string[];
  readonly faq?: string;
  readonly questions?: readonly string[];
  readonly ideas?: readonly string[];
}

/** What was found with what somebody chose in its place, or why that cannot be. `paths`: all files of the checkout. */
export function choose(
  finds: Finds,
  { docs, faq, questions, ideas }: Choices,
  paths: readonly string[],
): Finds | { readonly problem: string } {
  const folders = docs?.map((it) => toFolder(it));
  const pagesIn = (folder: string) =>
    paths.filter((path) => path.startsWith(`${folder}/`) && /\.(?:md|mdx|markdown)$/iu.test(path)).length;
  const empty = folders?.find((it) => pagesIn(it) === 0);
  if (empty !== undefined) return { problem: `There is no Markdown in ${empty || "the folder without a name"}.` };
  const file = faq?.replace(/^\.\//u, "");
  if (file !== undefined && !FaqConfig.shape.file.safeParse(file).success) {
    return { problem: `${file}: the FAQ ${noFaqPath}.` };
  }
  const problem = unknownCategory([...(questions ?? []), ...(ideas ?? [])], finds);
  if (problem !== undefined) return { problem };
  return {
    ...finds,
    ...(folders && { docs: folders.map((folder) => ({ folder, pages: pagesIn(folder) })) }),
    ...(file !== undefined && { faq: file }),
    ...(questions && { questions }),
    ...(ideas && { ideas }),
  };
}

function unknownCategory(slugs: readonly string[], { categories }: Finds): string | undefined {
  const strange = slugs.find((it) => it.length === 0 || it.length > 100);
  if (strange !== undefined) return "A category is named by its slug, as in its address: q-a.";
  if (categories === undefined) return undefined;
  const known = categories.map(({ slug }) => slug);
  const unknown = slugs.find((it) => !known.includes(it));
  if (unknown === undefined) return undefined;
  return `There is no category ${unknown}. There ${known.length === 0 ? "are none" : `is ${listInWords(known)}`}.`;
}

/** `./docs/` is `docs`. */
function toFolder(path: string): string {
  return path.replace(/^\.\//u, "").replace(/(?<!\/)\/+$/u, "");
}
