import { english } from "../../../src/core/language.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lists, WaitingThread } from "../../../src/features/living-issue/lists.ts";
import { introOf } from "../../../src/features/living-issue/messages/around-parts.ts";
import { fitParts, maxBody } from "../../../src/features/living-issue/messages/fit-parts.ts";
import { partsOfIssue } from "../../../src/features/living-issue/messages/parts-of-issue.ts";
import { hasMarker, marker, readSections, writeSection } from "../../../src/text/marker.ts";
import { trickyText } from "../../helpers/tricky-text.ts";

const none = { items: [], total: 0 };
const empty: Lists = {
  onUs: none,
  onAsker: none,
  toBeMarked: none,
  toBeDecided: none,
  faq: "",
  breaches: none,
  withoutOutcome: none,
  withoutHost: none,
  isNews: false,
};
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 13));
const now = at(10);

function waiting(number: number, given: Partial<WaitingThread> = {}): WaitingThread {
  return {
    number,
    title: `Question ${number}`,
    url: `https://github.com/acme/widgets/discussions/${number}`,
    priority: "p2",
    since: at(2),
    ...given,
  };
}
const due = (day: number) => ({ clock: "next-response" as const, at: at(day), isOver: at(day) <= now });

/** The issue's text with these lists, in a time zone. */
function text(given: Partial<Lists>, { timeZone = "UTC", room = maxBody } = {}): string {
  const lists = { ...empty, ...given };
  return fitParts(
    partsOfIssue(lists, timeZone, english),
    { intro: introOf(lists, { now, timeZone })(english), outro: "<sub>End.</sub>", locale: english },
    room,
  );
}

const listed = <Item>(...items: Item[]) => ({ items, total: items.length });
const one = { number: 4, title: "Dark mode", url: "https://github.com/acme/widgets/discussions/4" };

describe("the living issue", () => {
  it("says who waits on us by time left, in times that stay true", () => {
    const said = text({
      onUs: listed(waiting(1, { due: due(9) }), waiting(2, { due: due(12), assignee: "hana" }), waiting(3)),
    });
    expect(said).toContain("**3 threads wait on us, 1 of them overdue.** As of 10 Mar 2026, 13:00 UTC.");
    expect(said).toContain(
      "- **overdue since** 9 Mar 2026, 13:00 UTC: [Question 1](<https://redirect.github.com/acme/",
    );
    expect(said).toContain("- by 12 Mar 2026, 13:00 UTC: [Question 2]");
    expect(said).toContain("(p2, next response, hana has it)");
    expect(said).toContain("- since 2 Mar 2026, 13:00 UTC: [Question 3]");
  });

  it("has its parts in the order in which somebody should look, and none that is empty", () => {
    const said = text({
      onUs: listed(waiting(1)),
      onAsker: listed(waiting(2)),
      toBeMarked: listed({ ...one, since: at(3) }),
      toBeDecided: listed({ ...one, votes: 1, since: at(3) }),
      faq: "#### Stale entries (1)\n\n- How?",
      breaches: listed({ ...one, clock: "resolution" as const, dueAt: at(8), isOpen: false, priority: "p1" }),
      withoutOutcome: listed({ ...one, when: "Thursday" }),
      withoutHost: listed({ ...one, at: at(12), hosts: [] }),
    });
    expect([...said.matchAll(/^### (.*)$/gmu)].map(([, heading]) => heading)).toEqual([
      "Waiting on us (1)",
      "Waiting on the asker (1)",
      "Answers to be marked (1)",
      "Awaiting a decision (1)",
      "FAQ",
      "Targets missed this week (1)",
      "Sessions without an outcome (1)",
      "Sessions without a host (1)",
    ]);
    expect(said).toContain("resolution was due 8 Mar 2026, 13:00 UTC (p1, met late)");
    expect(text({})).toBe("**Nobody waits on us.** As of 10 Mar 2026, 13:00 UTC.\n\n<sub>End.</sub>");
  });

  it("says when a session was, with whom, and what a request waits for after it", () => {
    const said = text({
      withoutOutcome: listed(
        { ...one, at: at(3), hosts: ["hana", "mia_x"] },
        { ...one, at: at(4), hosts: [], awaitsDecision: true },
        { ...one, when: "Thursday @all", awaitsDecision: false },
      ),
    });
    expect(said).toContain("4>): 3 Mar 2026, 13:00 UTC, with hana, mia\\_x\n");
    expect(said).toContain("4>): 4 Mar 2026, 13:00 UTC, awaits its decision\n");
    expect(said).toMatch(/4>\): Thursday @\u200Ball\n/u);
  });

  it("writes times in the zone of the config, summer and winter", () => {
    const said = text(
      { onUs: listed(waiting(1, { due: { clock: "resolution", at: at(30), isOver: false } })) },
      { timeZone: "Europe/Berlin" },
    );
    expect(said).toContain("As of 10 Mar 2026, 14:00 CET");
    expect(said).toMatch(/by 30 Mar 2026, 15:00 (?:CEST|GMT\+2)/u);
  });

  it("names the repositories where there are several, and counts what may not be told", () => {
    const said = text({
      onUs: { items: [waiting(1, { repository: "acme/widgets", due: due(9) })], total: 4, hidden: 3 },
      onAsker: { items: [], total: 2, hidden: 2 },
      hiddenOverdue: 2,
    });
    expect(said).toContain("**4 threads wait on us, 3 of them overdue.**");
    expect(said).toContain("### Waiting on us (4)");
    expect(said).toMatch(/\[acme\/widgets\\#\W?1 Question 1\]\(<https:\/\/redirect\.github\.com/u);
    expect(said).toContain("\n- 3 in private repositories\n");
    expect(said).toContain("### Waiting on the asker (2)\n\n- 2 in private repositories\n");
    expect(said).not.toContain("have no room");
  });

  it.each([
    ["a mention", "@hana @acme/team help"],
    ["closing keywords", "Fixes #12, closes acme/widgets#3 and GH-4"],
    ["markers of ours", `${marker("end", "living-issue")} <!-- frontdesk:begin:faq-review -->`],
    ["the end of a comment", "--> <!-- --"],
    ["HTML", "<details><img src=x onerror=alert(1)><b>"],
    ["a link that ends the link", "](https://evil.example) [x"],
    ["lines of their own", "a\n\n### Waiting on nobody (0)\n\n- [x] done"],
    ["a table and code", "| a | ``` b `"],
    ["addresses", "https://github.com/acme/widgets/issues/3 www.example.com"],
    ["nothing", ""],
  ])("shows a title with %s as it is, and lets nothing out of it", (_, title) => {
    const mark = marker("living-issue", "7");
    const said = text({ onUs: listed(waiting(1, { title })), onAsker: listed(waiting(2, { title })) });
    const body = writeSection("Ours.", "living-issue", `${mark}\n${said}`, ["living-issue"]);
    expect([...readSections(body).keys()]).toEqual(["living-issue"]);
    expect(hasMarker(body, "living-issue", "7")).toBe(true);
    expect(said).not.toMatch(/@[\w]|(?<!\\)#\d|GH-\d|(?<!\\)<(?!https:|\/?sub>)|(?<!redirect\.)github\.com/u);
    expect([...said.matchAll(/^### /gmu)]).toHaveLength(2);
    expect([...said.matchAll(/^- /gmu)]).toHaveLength(2);
  });

  it("keeps its form whatever titles people find", () => {
    fc.assert(
      fc.property(trickyText, (title) => {
        const said = text({ onUs: listed(waiting(1, { title }), waiting(2)) });
        expect(said.split("\n").filter((it) => it.startsWith("- "))).toHaveLength(2);
        expect(said).not.toContain("<!--");
      }),
    );
  });
});

describe("an issue that has no room for all", () => {
  const many = Array.from({ length: 400 }, (_, i) => waiting(i + 1, { title: "How ".repeat(29), due: due(11) }));

  it("keeps the most urgent of 5,000, the first of every part, and says what is left out", () => {
    const said = text({
      onUs: { items: many, total: 5_000 },
      onAsker: { items: many, total: 5_000 },
      toBeMarked: listed({ ...one, since: at(3) }),
    });
    expect(said.length).toBeLessThanOrEqual(maxBody);
    expect(said.length).toBeGreaterThan(maxBody - 1_000);
    const shown = [...said.matchAll(/^- by/gmu)].length;
    expect(shown).toBeGreaterThan(150);
    expect(said).toContain(`… and ${5_000 - shown} more that have no room here, less urgent than these.`);
    expect([...said.matchAll(/^- since/gmu)].length).toBeGreaterThanOrEqual(5);
    expect(said).toContain("### Answers to be marked (1)");
    expect(said.endsWith("<sub>End.</sub>")).toBe(true);
  });

  it("has whole lines alone (renovatebot/renovate#18244), whatever the room", () => {
    const lists = { onUs: { items: many, total: 403, hidden: 3 }, onAsker: { items: many, total: 400 } };
    const whole = new Set(text(lists, { room: 1_000_000 }).split("\n"));
    for (let room = 600; room < 12_000; room += 97) {
      const said = text(lists, { room });
      expect(said.length).toBeLessThanOrEqual(room);
      expect(said.split("\n").filter((it) => it.startsWith("- ") && !whole.has(it))).toEqual([]);
    }
  });
});
