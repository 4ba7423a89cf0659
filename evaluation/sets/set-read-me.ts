import type { EvaluationSet, ExtractedSet } from "./evaluation-set.ts";

/** The README of a made set: where it is from, what it may be used for, how it was made, what is in it. */
export function setReadMe(set: EvaluationSet, extracted: ExtractedSet): string {
  return [
    `# ${set.name}`,
    "",
    set.description,
    "",
    ...set.sources.map(
      ({ repository, commit, licence, use }) =>
        `- https://github.com/${repository} at ${commit}: ${use}. Licence: ${licence}.`,
    ),
    "",
    set.relation,
    "",
    `Checked: ${set.checked}`,
    "",
    counts(extracted),
    "",
    `Made by \`node evaluation/sets/make.ts ${set.name}\`.`,
    "",
  ].join("\n");
}

function counts({ documents, queries, labels, answerable = [] }: ExtractedSet): string {
  const kinds = tally(documents.map(({ kind }) => kind));
  const splits = tally(queries.map(({ split }) => split ?? "test"));
  const labelled = new Set(labels.map(({ query }) => query)).size;
  const without = answerable.filter(({ isAnswerable }) => !isAnswerable).length;
  return [
    `Documents: ${documents.length} (${kinds}).`,
    `Questions: ${queries.length} (${splits}), ${labelled} of them with a relevant document.`,
    `Labels: ${labels.length}. Known to lack an answer of a kind: ${without}.`,
  ].join(" ");
}

function tally(names: readonly string[]): string {
  const groups = Map.groupBy(names, (name) => name);
  return [...groups]
    .map(([name, all]) => `${name} ${all.length}`)
    .sort()
    .join(", ");
}
