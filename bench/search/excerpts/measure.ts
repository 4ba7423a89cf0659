/**
 * How often the excerpt of a first answer shows what a person would have quoted:
 *
 *     node bench/search/excerpts/measure.ts --repositories <folder> [--kept] [--misses]
 *
 * The folder holds clones of the repositories named in `docs-cases.yml`, as `<folder>/<owner>/<name>`; without it only
 * the cases of `written-cases.yml` are measured. Every other case is kept aside and measured with `--kept` alone, for
 * the code was chosen while looking at the others.
 */
import { parseArgs } from "node:util";
import { readQuestion } from "../../../src/search/question/read-question.ts";
import { weighTerms } from "../../../src/search/ranking/weigh-terms.ts";
import { methods } from "./methods.ts";
import { type ExcerptCase, readDocsCases, readWrittenCases } from "./read-cases.ts";

const { values } = parseArgs({
  options: {
    repositories: { type: "string" },
    kept: { type: "boolean", default: false },
    misses: { type: "boolean", default: false },
  },
});

const docs = values.repositories === undefined ? [] : readDocsCases(values.repositories);
const cases = [...docs, ...readWrittenCases()].filter((_, i) => (i % 2 === 1) === values.kept);
console.log(
  `${cases.length} cases${values.kept ? " kept aside" : ""}\n\n| Shown | What a person would quote is in it |`,
);
console.log("| --- | --: |");
for (const [name, show] of Object.entries(methods)) {
  const excerpts = cases.map((it) => ({ ...it, excerpt: show(it.item, weightsOf(it)) }));
  const missed = excerpts.filter(({ excerpt, shown }) => !shown.some((it) => plain(excerpt).includes(plain(it))));
  console.log(`| ${name} | ${((cases.length - missed.length) / cases.length).toFixed(3)} |`);
  if (values.misses && name === "Frontdesk") for (const miss of missed) printMiss(miss);
}

function weightsOf({ question, index }: ExcerptCase): ReadonlyMap<string, number> {
  return new Map(weighTerms(index, readQuestion(question)).known.map(({ term, weight }) => [term, weight]));
}

/** Without marks of code and differences of white space and quotation marks. */
function plain(text: string): string {
  return text
    .replaceAll(/[\s`*]/gu, "")
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/[“”]/gu, '"');
}

function printMiss({ item, question, shown, excerpt }: ExcerptCase & { readonly excerpt: string }): void {
  console.log(`\n${item.id}: ${question.title}\n  wanted: ${shown.join(" | ")}\n  shown:  ${excerpt}`);
}
