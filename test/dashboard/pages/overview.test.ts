import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { measurePage } from "../../../src/dashboard/pages/measure.ts";
import { headings } from "../../../src/dashboard/pages/overview/figure-groups.ts";
import { headlineMeasures } from "../../../src/dashboard/pages/overview/headlines.ts";
import { measures } from "../../../src/measures/index.ts";
import { overview } from "../../../src/dashboard/pages/overview.ts";
import { ownMarkdown } from "../../../src/dashboard/pages/parts/own-markdown.ts";
import { head, measuredWorld, responses } from "../../report/measured-world.ts";
import { linksTo, openPageWorld, rowsOf, textOf, type PageWorld, type ShownPage } from "../page-world.ts";
import { readHtml } from "../read-html.ts";

let world: PageWorld;
beforeEach(async () => {
  world = await openPageWorld();
});
afterEach(() => world.close());

const ttfr = "time-to-first-response";
/** Six discussions of this month, of which two are about installing, and five of the month before. */
const twoMonths = () =>
  measuredWorld(
    [
      ...[1, 2, 3, 4].map((number) => head(number)),
      ...[5, 6].map((number) => head(number, { category: "install", labels: ["linux"], title: `<b>${number}</b>` })),
      ...[11, 12, 13, 14, 15].map((number) => head(number)),
    ],
    {
      [ttfr]: [
        ...responses("2026-11-24T09:00:00Z", [1, 2, 3, 4]),
        ...responses("2026-11-17T09:00:00Z", [5, 6], 5),
        ...responses("2026-10-20T09:00:00Z", [10, 10, 10, 10, 10], 11),
      ],
    },
  );

const card = ({ document }: ShownPage, title: string) =>
  [...document.querySelectorAll(".cards:not(.small) .card")].find((it) => textOf(it.querySelector("h3")) === title);

async function mustLook(...how: Parameters<PageWorld["look"]>): Promise<ShownPage> {
  const page = await world.look(...how);
  if (!page) throw new Error("There is no such page");
  return page;
}

describe("the overview", () => {
  it("shows each number with n, in both kinds of time, its trend and its definition", async () => {
    world.measure(twoMonths());
    const shown = card(await mustLook(overview, "period=month"), "Time to first response");
    const text = textOf(shown);
    expect(text).toContain("3 h 30 min median, n = 6");
    expect(text).toContain("business time: median 1 h 45 min");
    expect(text).toContain("better than before: 10 h, n = 5");
    expect(textOf(shown?.querySelector("details"))).toContain("What a bot says never counts");
    expect(shown?.querySelector("data")?.getAttribute("value")).toBe(String(3.5 * 3600));
    expect(shown?.querySelector("svg")).not.toBeNull();
  });

  it("shows the numbers under the headings that a maintainer thinks in, each once", async () => {
    const names = measures.map(({ name }) => name);
    expect(Object.keys(headings).filter((it) => !names.includes(it))).toEqual([]);
    const page = await mustLook(overview);
    const shown = [...page.document.querySelectorAll("h2")].map(textOf);
    expect(shown.slice(0, 7)).toEqual(["At a glance", ...Object.values(headings)]);
    expect([...page.document.querySelectorAll(".card h3")].map(textOf)).toEqual(measures.map(({ title }) => title));
  });

  it("begins with a few of them, each with its trend and the way to all that there is to say", async () => {
    world.measure(twoMonths());
    const { document } = await mustLook(overview, "period=month");
    const shown = [...document.querySelectorAll(".cards.small .card")];
    const titles = headlineMeasures.map((name) => measures.find((it) => it.name === name)?.title);
    expect(shown.map((it) => textOf(it.querySelector("a")))).toEqual(titles);
    expect(textOf(shown[0])).toContain("3 h 30 min ▲ better n = 6");
    expect(shown[0]?.querySelector("a")?.getAttribute("href")).toContain("/measures/time-to-first-response?");
  });

  it("tells no trend of fewer than five", async () => {
    world.measure(twoMonths());
    const text = textOf(card(await mustLook(overview, "period=week"), "Time to first response"));
    expect(text).toContain("n = 4");
    expect(text).toContain("No trend: it takes five in both periods");
  });

  it("tells no trend of how things stand now", async () => {
    world.measure(twoMonths());
    const text = textOf(card(await mustLook(overview), "Age of unanswered discussions"));
    expect(text).toContain("No trend: those of the period before have had more time");
  });

  it("says so where there is nothing yet", async () => {
    const text = textOf(card(await mustLook(overview), "Time to first response"));
    expect(text).toContain("n = 0");
    expect(text).toContain("no value");
  });

  it("breaks numbers down, and each cell leads to its discussions", async () => {
    world.measure(twoMonths());
    const page = await mustLook(overview, "by=category");
    expect(rowsOf(page, "Numbers by category")).toContainEqual([
      "Time to first response",
      "2 h 30 min n = 4",
      "5 h 30 min n = 2",
    ]);
    const [first = ""] = linksTo(page, "5 h 30 min");
    const behind = await mustLook(measurePage, first.replace(/^[^?]*\?/u, "").replace(/#.*$/u, ""), {
      params: { measure: ttfr },
    });
    expect(rowsOf(behind, "1 to 2 of 2").map(([title]) => title)).toEqual(["#6 <b>6</b>", "#5 <b>5</b>"]);
  });

  it.each([
    ["period=year", "`period` must be"],
    ["from=2026-13-01", "`from` must be a day"],
    ["from=2026-02-30", "`from` must be a day"],
    ["from=yesterday", "`from` must be a day"],
    ["from=2026-11-02&to=2026-11-01", "`from` must be before `to`"],
    ["from=2010-01-01&to=2026-01-01", "five years"],
    ["from=0001-01-01", "`from` must be a day"],
    ["to=9999-12-31", "`to` must be a day"],
    ["by=%3Cscript%3E", "`by` must be one of"],
  ])("refuses %s in words", async (query, message) => {
    await expect(world.look(overview, query)).rejects.toThrow(UserError);
    await expect(world.look(overview, query)).rejects.toThrow(message);
  });
});

describe("the page of a measure", () => {
  const look = (query: string) => mustLook(measurePage, query, { params: { measure: ttfr } });

  it("leads from a point of its chart to the discussions of that week", async () => {
    world.measure(twoMonths());
    const page = await look("period=month");
    const weeks = [...page.document.querySelectorAll("svg a")].map((it) => it.getAttribute("href") ?? "");
    const week = weeks.find((it) => it.includes("week=2026-11-23"));
    expect(week).toBe(`/acme/widgets/measures/${ttfr}?period=month&week=2026-11-23#threads`);
    const behind = await look("period=month&week=2026-11-23");
    expect(rowsOf(behind, "1 to 4 of 4").map(([title]) => title)).toEqual([
      "#4 Question 4",
      "#3 Question 3",
      "#2 Question 2",
      "#1 Question 1",
    ]);
    expect(linksTo(behind, "#4 Question 4")).toEqual(["/acme/widgets/threads/4"]);
  });

  it("narrows the list by what is chosen, all of it together", async () => {
    world.measure(twoMonths());
    expect((await look("category=install&label=linux")).text).toContain("1 to 2 of 2");
    expect((await look("category=install&label=mac")).text).toContain("No discussion is behind it.");
    expect((await look("week=2020-01-06")).text).toContain("No discussion is behind it.");
  });

  it("shows fifty at a time", async () => {
    const numbers = Array.from({ length: 120 }, (_, index) => index + 1);
    world.measure(
      measuredWorld(
        numbers.map((number) => head(number)),
        {
          [ttfr]: responses(
            "2026-11-24T09:00:00Z",
            numbers.map(() => 1),
          ),
        },
      ),
    );
    const page = await look("page=2");
    expect(rowsOf(page, "51 to 100 of 120")).toHaveLength(50);
    expect(linksTo(page, "Next")).toEqual([`/acme/widgets/measures/${ttfr}?period=month&page=3#threads`]);
    // Whoever asks for more than there are sees the last ones.
    expect(rowsOf(await look("page=999"), "101 to 120 of 120")).toHaveLength(20);
  });

  it("says what it is, and is none for a measure that there is not", async () => {
    expect((await look("")).text).toContain("What a bot says never counts");
    expect(await world.look(measurePage, {}, { params: { measure: "speed" } })).toBeUndefined();
    expect(await world.look(measurePage, {}, { params: { measure: "__proto__" } })).toBeUndefined();
  });

  it.each(["page=0", "page=-1", "page=x", "week=now", `category=${"x".repeat(300)}`])("refuses %s", async (query) => {
    await expect(look(query)).rejects.toThrow(UserError);
  });
});

describe("a definition", () => {
  it("keeps the spaces around code and links", async () => {
    const text = (await ownMarkdown("Words, `code` and [a link](https://example.com/x) and *more*.")).toString();
    const document = readHtml(`<body>${text}</body>`);
    expect(textOf(document.querySelector("p"))).toBe("Words, code and a link and more.");
  });

  it("leads to no page that is only in the docs", async () => {
    const text = (await ownMarkdown("See [the watch](watch.md#clocks), [it](javascript:alert(1)).")).toString();
    expect(text).toContain("See the watch, it.");
    expect(text).not.toContain("<a");
  });
});
