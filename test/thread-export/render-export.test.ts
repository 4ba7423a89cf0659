import fc from "fast-check";
import { expect, it } from "vitest";
import { readExport } from "../../src/thread-export/read-export.ts";
import { renderExport } from "../../src/thread-export/render-export.ts";
import { at, discussion, person, said } from "./exports.ts";

/** Text that a scanner of JSON may stumble over. */
const words = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom('"', "\\", '\\"', '{"number":1}', "]}", "[{", ",", '"threads":[', "\n", "\u2028", "\uFEFF"),
);
const login = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/u);
const role = fc.constantFrom("none", "read", "triage", "write", "maintain", "admin");

it("what is written is read back, whatever people wrote", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 1e9 }), words, fc.array(login, { maxLength: 4 })), {
        minLength: 1,
        maxLength: 8,
        selector: ([number]) => number,
      }),
      fc.option(fc.dictionary(login, role), { nil: undefined }),
      fc.date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true }),
      (all, roles, exportedAt) => {
        const threads = all.map(([number, title, people]) =>
          discussion(number, {
            title,
            labels: { nodes: [{ name: title }] },
            comments: { nodes: people.map((it, index) => said(`${number}.${index}`, person(it), at(10 + index))) },
          }),
        );
        const text = renderExport({ repository: "acme/app", exportedAt, threads, ...(roles && { roles }) });
        const read = readExport(text);
        expect(
          read.threads.map(({ number, title, labels, comments }) => [
            number,
            title,
            labels,
            comments.map(({ by }) => by),
          ]),
        ).toEqual(all.toSorted(([a], [b]) => a - b).map(([number, title, people]) => [number, title, [title], people]));
        expect(read.exportedAt).toEqual(exportedAt);
        expect(read.roles && Object.fromEntries(read.roles)).toEqual(roles && { ...roles });
      },
    ),
  );
});
