import { describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/report.ts";
import { toHtml } from "../../src/report/to-html.ts";
import { toJson } from "../../src/report/to-json.ts";
import { richReport } from "./rich-report.ts";

describe("a report as a page", () => {
  it("has everything in it: charts, figures, lists, and nothing from elsewhere", () => {
    const page = toHtml(richReport());
    for (const words of ["Time to first response, by week", "median 3 h 30 min", "Hard ones", "it was reopened"]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('<svg xmlns="http://www.w3.org/2000/svg" class="chart"');
    expect(page).not.toMatch(/<(?:script|img|iframe)|@import|url\(|<link/u);
  });

  it("has bars where a figure is broken down into several", () => {
    const page = toHtml(richReport());
    expect(page).toContain("<title>Time to first response, by label</title>");
    expect(page).toContain("bug: 3 h 30 min (n = 6).");
    // All are of one category.
    expect(page).not.toContain("<title>Time to first response, by category</title>");
  });

  it("lists those FAQ entries that were suggested, and no others", () => {
    const report = richReport();
    const other = { title: "How do I leave?", url: "https://github.com/acme/app/blob/main/FAQ.md#b", hits: 0 };
    expect(toHtml({ ...report, faq: [...report.faq, other] })).not.toContain("How do I leave?");
  });

  it("shows definitions without marks of Markdown", () => {
    expect(toHtml(richReport())).toContain("; /needs-info and the decision of a feature request do.");
  });

  it("shows as text what people wrote", () => {
    const page = toHtml(richReport('<script>alert("1")</script><img src=x onerror=alert(1)>'));
    expect(page).not.toMatch(/<script|<img/u);
    expect(page).toContain("&lt;script&gt;");
  });
});

it("a report as JSON is the documented shape", () => {
  const report = richReport("\uD800 \u0000");
  const read: unknown = JSON.parse(toJson(report));
  expect(reportSchema.parse(read)).toEqual(read);
});
