import assert from "node:assert/strict";
import fc from "fast-check";
import { ExportError } from "../../../src/thread-export/export-error.ts";
import { readExport, type ThreadExport } from "../../../src/thread-export/read-export.ts";
import { rolesBy } from "../../../src/thread-export/people.ts";
import { toTimeline } from "../../../src/thread-export/to-timeline.ts";
import { at, bot, discussion, person, said } from "../../thread-export/exports.ts";
import { plainTarget } from "../target.ts";

const words = [
  ...'{|}|[|]|,|:|"|\\|null|true|-0|1e400|"\\ud800"|"threads":|"discussions":|"data":|"repository":|"nodes":|"edges":|"node":|"errors":|"message":|"roles":|"exportedAt":|"number":|"__proto__":|2026-11-17T09:00:00Z|9999-99-99T00:00:00Z|"comments":{"nodes":[]}'.split(
    "|",
  ),
  "\n",
  "\uFEFF",
];

const comment = fc
  .tuple(fc.nat(9), fc.option(fc.constantFrom(person("ada"), bot("x")), { nil: null }), fc.nat(23))
  .map(([id, author, hour]) => said(`DC_${id}`, author, at(hour)));
const thread = fc
  .record({
    number: fc.oneof(fc.nat(20), fc.constantFrom<unknown>(-1, 1.5, "1", null)),
    closed: fc.boolean(),
    isAnswered: fc.boolean(),
    answer: fc.option(fc.record({ id: fc.constantFrom("DC_1", "DC_2") }), { nil: null }),
    answerChosenAt: fc.option(fc.constantFrom(at(10), "never"), { nil: null }),
    comments: fc.array(comment, { maxLength: 4 }).map((nodes) => ({ nodes, totalCount: 3 })),
  })
  .map(({ number, ...over }) => ({ ...discussion(1, over), number }));
const file = fc
  .tuple(fc.array(thread, { maxLength: 4 }), fc.constantFrom(0, 1, 2, 3, 4), fc.constantFrom(0, 1))
  .map(([threads, form, indent]) => {
    const page = { data: { repository: { discussions: { nodes: threads } } } };
    const shaped = [
      threads,
      { roles: { ada: "write" }, exportedAt: at(20), threads },
      page,
      [page, page],
      { errors: [{ message: "no" }], ...page },
    ][form];
    return JSON.stringify(shaped, null, indent);
  });

function check(input: string): void {
  let read: ThreadExport;
  try {
    read = readExport(input);
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    const lines = input.split("\n").length;
    assert.ok(error.line >= 1 && error.line <= lines && error.column >= 1, `${error.line}:${error.column} of ${lines}`);
    assert.ok(error.message !== "" && error.message.length < 2_000, "an error is said in words");
    return;
  }
  assert.ok(!Number.isNaN(read.exportedAt.getTime()), "it was made at some time");
  const numbers = read.threads.map(({ number }) => number);
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].sort((a, b) => a - b),
    "each thread once, in order",
  );
  for (const thread of read.threads) {
    assert.ok(Number.isFinite(thread.openedAt) && Number.isFinite(thread.updatedAt), "times are times");
    JSON.stringify(toTimeline(thread, rolesBy(read.roles, read.associated)));
  }
}

export const threadExport = plainTarget({
  name: "thread-export",
  oracle: "an export is threads, each once and in order, with times; or an error with its place in the file",
  inputs: file,
  words,
  maxLength: 200_000,
  boundMs: 500,
  check,
});
