import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/report/to-csv.ts";
import { readCsv } from "./read-csv.ts";
import { richReport } from "./rich-report.ts";

function tables(words?: string): Readonly<Record<string, string[][]>> {
  return Object.fromEntries(toCsv(richReport(words)).map(({ name, text }) => [name, readCsv(text)]));
}

/** What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

describe("a report as CSV", () => {
  it("has each figure in a row, by names that stay", () => {
    const [columns = [], ...rows] = tables()["figures.csv"] ?? [];
    const column = (name: string) => columns.indexOf(name);
    const find = (...of: readonly string[]) =>
      rows.find((it) =>
        of.every((wanted, index) => it[column(["measure", "of_what", "value"][index] ?? "")] === wanted),
      );
    const now = find("time-to-first-response", "now");
    expect(now?.[column("n")]).toBe("6");
    expect(now?.[column("calendar_median_s")]).toBe(String(3.5 * 3600));
    expect(now?.[column("share")]).toBe("");
    expect(find("time-to-first-response", "before")?.[column("n")]).toBe("5");
    expect(find("time-to-first-response", "label", "bug")?.[column("n")]).toBe("6");
    expect(rows.filter((it) => it[0] === "time-to-first-response" && it[2] === "week")).toHaveLength(13);
    expect(rows.every((it) => it.length === columns.length)).toBe(true);
  });

  it("has the lists in tables of their own", () => {
    const all = tables();
    expect(all["unanswered.csv"]?.map((it) => it[0])).toEqual(["number", "20", "21"]);
    expect(all["helpers.csv"]).toContainEqual(["ada", "1"]);
    expect(all["thorny.csv"]?.[1]).toContain("it was reopened; five people wrote in it");
    expect(all["gaps.csv"]?.[1]?.[1]).toBe("3 4");
    expect(all["faq.csv"]?.[1]).toContain("https://github.com/acme/app/blob/main/FAQ.md#a");
  });

  it.each(["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\uFF1D1", '"=1'])(
    "lets %j be no formula",
    (words) => {
      const cells = Object.values(tables(words)).flat(2);
      expect(cells.filter((it) => formula.test(it))).toEqual([]);
    },
  );

  it("is read back as it was, whatever people wrote", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const { "unanswered.csv": rows = [] } = tables(words);
        const titles = rows.slice(1).map((it) => it[1]);
        const shown = words.toWellFormed().replaceAll(/\s+/gu, " ").trim();
        const guarded = formula.test(shown) ? `'${shown}` : shown;
        expect(titles).toEqual([guarded, guarded]);
      }),
    );
  });
});
