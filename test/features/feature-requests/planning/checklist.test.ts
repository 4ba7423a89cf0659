import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fillChecklist,
  openQuestions,
  planningChecklist,
  planningQuestions,
  planningTexts,
  type PlanningAnswers,
} from "../../../../src/features/feature-requests/planning/checklist.ts";

const body = `What it is.\n\n${planningChecklist()}\n\n<sub>I am a bot.</sub>\n\n<!-- frontdesk:issue:7%3A12 -->`;

function without(text: string, line: string): string {
  return text
    .split("\n")
    .filter((it) => !it.includes(line))
    .join("\n");
}

describe("the planning questions of an issue", () => {
  it("are open at first, and ticked with their answers behind them", () => {
    expect(openQuestions(body)).toEqual(planningQuestions);
    const filled = fillChecklist(body, { who: "Ann; the export waits", goals: "None" });
    expect(filled).toContain("- [x] **Who works on it, and what waits instead?** Ann; the export waits\n");
    expect(filled).toContain("- [ ] **How does it fit the roadmap?**\n");
    expect(openQuestions(filled)).toEqual(["roadmap"]);
  });

  it.each<[string, (text: string) => string]>([
    ["the part was moved to the top", (it) => `${planningChecklist()}\n\n${it.replace(planningChecklist(), "")}`],
    ["the marks were taken out", (it) => it.replaceAll(/<!-- frontdesk:(?:begin|end):planning -->\n?/gu, "")],
    ["lines end as GitHub's editor writes them", (it) => it.replaceAll("\n", "\r\n")],
    ["bullets are others", (it) => it.replaceAll("- [ ]", "  * [ ]")],
    ["the bold is gone", (it) => it.replaceAll("**", "")],
    ["a person wrote between the lines", (it) => it.replaceAll("\n- [ ]", "\n\nHm, @ann?\n\n- [ ]")],
  ])("change only their own lines where %s", (_, edit) => {
    const before = edit(body);
    const after = fillChecklist(before, { roadmap: "First of spring" });
    const [old, now] = [before.split("\n"), after.split("\n")];
    expect(now).toHaveLength(old.length);
    const changed = now.flatMap((line, at) => (line === old[at] ? [] : [line]));
    expect(changed).toEqual([
      expect.stringMatching(/^ {0,2}[-*] \[x\] \*\*How does it fit .*\*\* First of spring\r?$/u),
    ]);
  });

  it("that a person ticked or answered stay, unless they are named", () => {
    const byHand = body
      .replace(`- [ ] **${planningTexts.who}**`, `- [X] **${planningTexts.who}**`)
      .replace(`**${planningTexts.goals}**`, `**${planningTexts.goals}** to be seen`);
    expect(openQuestions(byHand)).toEqual(["roadmap"]);
    const filled = fillChecklist(byHand, { roadmap: "Yes" });
    expect(filled).toContain(`- [X] **${planningTexts.who}**\n`);
    expect(filled).toContain(`- [ ] **${planningTexts.goals}** to be seen\n`);
    expect(fillChecklist(byHand, { goals: "None" })).toContain(`- [x] **${planningTexts.goals}** None\n`);
  });

  it("come back where a person took them out, when they are named", () => {
    const cut = without(body, planningTexts.roadmap);
    expect(openQuestions(cut)).toContain("roadmap");
    expect(fillChecklist(cut, { who: "Ann" })).not.toContain(planningTexts.roadmap);
    const filled = fillChecklist(cut, { roadmap: "Yes" }).split("\n");
    expect(filled.indexOf(`- [x] **${planningTexts.roadmap}** Yes`)).toBe(
      filled.indexOf(`- [ ] **${planningTexts.goals}**`) + 1,
    );
    const emptied = planningQuestions.reduce((text, it) => without(text, planningTexts[it]), body);
    expect(fillChecklist(emptied, { goals: "None" })).toContain(
      `<!-- frontdesk:begin:planning -->\n- [x] **${planningTexts.goals}** None\n`,
    );
  });

  it.each([
    ["", planningChecklist({ who: "Ann" })],
    ["Only this.", `Only this.\n\n${planningChecklist({ who: "Ann" })}`],
  ])("are added to %j", (text, expected) => {
    expect(fillChecklist(text, { who: "Ann" }).trim()).toBe(expected);
    expect(fillChecklist(text, {}).trim()).toBe(expected.replace("[x]", "[ ]").replace(" Ann", ""));
  });

  it.each([
    ["in code", "```\n{}\n```\n\n"],
    ["in a longer fence", "~~~~\n~~~\n{}\n~~~~\n\n"],
    ["in a quote", "> {}\n\n"],
    ["as a deliverable above", "{}\n\n"],
  ])("are not taken for a line %s", (_, frame) => {
    const above = frame.replace("{}", `- [ ] ${planningTexts.who}`);
    expect(fillChecklist(above + body, { who: "Ann" })).toBe(above + fillChecklist(body, { who: "Ann" }));
  });

  it("are not taken for code where the marks were taken out, either", () => {
    const unmarked = body.replaceAll(/<!-- frontdesk:(?:begin|end):planning -->\n?/gu, "");
    const above = `\`\`\`\n- [ ] ${planningTexts.who}\n\`\`\`\n\n`;
    expect(fillChecklist(above + unmarked, { who: "Ann" })).toBe(above + fillChecklist(unmarked, { who: "Ann" }));
  });

  it("are answered in words that are no Markdown", () => {
    const filled = fillChecklist(body, { who: "@ann #12 <b>x</b> <!-- frontdesk:end:planning --> [a](b)\n- [ ] more" });
    const line = filled.split("\n").find((it) => it.includes(planningTexts.who)) ?? "";
    expect(line).not.toMatch(/@ann|#12|<b>|<!--|\]\(/u);
    expect(filled.split("\n")).toHaveLength(body.split("\n").length);
  });

  it("are answered in any text: the same twice is once, and nothing else of it changes", () => {
    const piece = fc.constantFrom(
      "\n",
      "\r\n",
      "\r",
      "```",
      "text",
      "<!-- frontdesk:begin:planning -->",
      "<!-- frontdesk:end:planning -->",
      ...planningQuestions.flatMap((it) => [
        `- [ ] **${planningTexts[it]}**`,
        `* [x] ${planningTexts[it]} by hand`,
        planningTexts[it],
      ]),
    );
    const answer = fc.option(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), { nil: undefined });
    const answers = fc.record({ who: answer, roadmap: answer, goals: answer });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), answers, (pieces, given) => {
        const some = Object.fromEntries(
          Object.entries(given).filter(([, it]) => it !== undefined && it.trim() !== ""),
        ) as PlanningAnswers;
        const text = pieces.join("");
        const filled = fillChecklist(text, some);
        expect(fillChecklist(filled, some)).toBe(filled);
        const lines = filled.split(/\r\n|\n|\r/u);
        const kept = text.split(/\r\n|\n|\r/u).filter((it) => it.trim() !== "" && !lines.includes(it));
        for (const line of kept) expect(planningQuestions.some((it) => line.includes(planningTexts[it]))).toBe(true);
        expect(kept.length).toBeLessThanOrEqual(Object.keys(some).length);
      }),
      { numRuns: 300 },
    );
  });
});
