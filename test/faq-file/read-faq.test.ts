import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFaq } from "../../src/faq-file/read-faq.ts";

/** Question → answer, as they were understood. */
const understood = (text: string) => readFaq(text).entries.map(({ question, answer }) => [question, answer]);
const unindented = (text: string) => text.replaceAll(/^[ \t]+/gmu, "");
const anchors = (text: string) => readFaq(text).entries.map(({ anchor }) => anchor);

const asked = (text: string) => readFaq(text).entries.map(({ question }) => question);

describe("reading a FAQ that people wrote", () => {
  it.each<[string, string, [string, string][]]>([
    [
      "headings",
      "# FAQ\n\nIntro.\n\n## How do I install it?\n\nRun it.\n\n## Is it free?\n\nYes.\n",
      [
        ["How do I install it?", "Run it."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "headings in sections, one of them no question",
      "# FAQ\n## Setup\n### How to start?\nLike this.\n### Broken images\nClear the cache.\n## Money\n### What does it cost?\nNothing.\n",
      [
        ["How to start?", "Like this."],
        ["Broken images", "Clear the cache."],
        ["What does it cost?", "Nothing."],
      ],
    ],
    [
      "headings with further headings in the answer",
      "## How do I install it?\n\n### On Linux\n\napt\n\n### On Mac\n\nbrew\n\n## Is it free?\n\nYes.",
      [
        ["How do I install it?", "### On Linux\n\napt\n\n### On Mac\n\nbrew"],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "underlined headings",
      "FAQ\n===\n\nWhy is it slow?\n---------------\n\nIt is not.\n",
      [["Why is it slow?", "It is not."]],
    ],
    [
      "headings with numbers and marks",
      "## 1. How do I start?\n\nSo.\n\n## Q2: And then?\n\nSo on.\n",
      [
        ["How do I start?", "So."],
        ["And then?", "So on."],
      ],
    ],
    [
      "lines across, anchors and comments between entries",
      '## How?\n\nSo.\n\n---\n\n<a name="why"></a>\n\n<!-- hm -->\n\n## Why?\n\nThus.\n\n---\n',
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    [
      "details with Markdown inside",
      "# FAQ\n\n<details>\n<summary>How do I <b>start</b>?</summary>\n\nRun `it`.\n\n- one\n\n</details>\n\n<details><summary>Free?</summary>Yes.</details>\n",
      [
        ["How do I start?", "Run `it`.\n\n- one"],
        ["Free?", "Yes."],
      ],
    ],
    [
      "details inside details",
      "<details><summary>How?</summary>\n\nSo.\n\n<details><summary>Log</summary>\n\nx\n\n</details>\n\n</details>\n",
      [["How?", "So.\n\n<details><summary>Log</summary>\n\nx\n\n</details>"]],
    ],
    [
      "bold questions",
      "# FAQ\n\n**How do I start?**\n\nLike this.\n\nAnd this.\n\n**Is it free?**  \nYes.\n",
      [
        ["How do I start?", "Like this.\n\nAnd this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "Q and A in bold",
      "**Q: How do I start?**\n\nA: Like this.\n\n**Q: Is it free?**\n\n**A:** Yes.\n",
      [
        ["How do I start?", "Like this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "Q and A in plain lines",
      "Q: How do I start?\nA: Like this.\n\nQ. Is it free?\nA. Yes.\n",
      [
        ["How do I start?", "Like this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "definitions",
      "How do I start?\n: Like this.\n\nIs it free?\n: Yes.\n",
      [
        ["How do I start?", "Like this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "a numbered list",
      "1. **How do I start?**\n\n   Like this.\n\n2. **Is it free?** Yes.\n",
      [
        ["How do I start?", "Like this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "a table of contents above",
      "# FAQ\n\n- [How?](#how)\n- [Why?](#why)\n\n## How?\n\nSo.\n\n## Why?\n\nThus.\n",
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    ["bold lines inside an answer", "## How?\n\n**Why not?**\n\nBecause.\n", [["How?", "**Why not?**\n\nBecause."]]],
    ["code first in the answer", "## How?\n\n    npm start\n", [["How?", "    npm start"]]],
    [
      "Windows line ends",
      "## How?\r\n\r\nSo.\r\n\r\n## Why?\r\n\r\nThus.\r\n",
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    [
      "other languages",
      "## 如何安装？\n\n运行。\n\n## ¿Es gratis?\n\nSí.\n",
      [
        ["如何安装？", "运行。"],
        ["¿Es gratis?", "Sí."],
      ],
    ],
    ["front matter", "---\ntitle: FAQ\n---\n\n## How?\n\nSo.\n", [["How?", "So."]]],
    ["a question without an answer", "## How?\n\n## Why?\n\nThus.\n", [["Why?", "Thus."]]],
    ["a heading without words", "## How?\n\nSo.\n\n##\n\nText.\n", [["How?", "So."]]],
    [
      "a question that runs on into details",
      "Q: What?\n</details>\n<details>\n<summary>\nWhy?\n</summary>\nSo.\n</details>\n",
      [["Why?", "So."]],
    ],
    ["no question at all", "# Changelog\n\n## 1.0\n\nFirst.\n\n**Note**\n\nx\n", []],
    ["nothing", "", []],
  ])("%s", (_, text, entries) => {
    expect(understood(text)).toEqual(entries);
  });

  it.each<[string, string, [string, string][]]>([
    [
      "headings that name problems, in sections, and one that closes the page",
      "# FAQ\n\n## Installation\n\n### `lantern` not found\n\nAdd it.\n\n### Port is in use\n\nStop it.\n\n## Screen\n\n### Screen stays black\n\nUpdate.\n\n## Contact\n\nMail.\n",
      [
        ["lantern not found", "Add it."],
        ["Port is in use", "Stop it."],
        ["Screen stays black", "Update."],
      ],
    ],
    [
      "headings that name problems, with the same steps under each",
      "# FAQ\n\n## No sound\n\nSad.\n\n## Too loud\n\nHm.\n\n### Symptoms\n\nx\n\n### Causes\n\ny\n",
      [
        ["No sound", "Sad."],
        ["Too loud", "Hm.\n\n### Symptoms\n\nx\n\n### Causes\n\ny"],
      ],
    ],
    [
      "a checklist in one answer",
      "# Troubleshooting FAQ\n\n## Install is slow\n\nUse a mirror.\n\n## It does not start\n\n1. **Is the port mapped?** Look.\n2. **Is it running?** Look.\n\n## Black\n\nUpdate.\n",
      [
        ["Install is slow", "Use a mirror."],
        ["It does not start", "1. **Is the port mapped?** Look.\n2. **Is it running?** Look."],
        ["Black", "Update."],
      ],
    ],
    [
      "a checklist in one answer of a page that is no FAQ",
      "# Help\n\n## Install is slow\n\nUse a mirror.\n\n## It does not start\n\n1. **Is the port mapped?** Look.\n\n## Black\n\nUpdate.\n",
      [],
    ],
    [
      "a section among questions",
      "# FAQ\n\n## General\n\n### What is it?\n\nA lamp.\n\n## Why is it dark?\n\nNight.\n\n## How do I light it?\n\nSo.\n",
      [
        ["What is it?", "A lamp."],
        ["Why is it dark?", "Night."],
        ["How do I light it?", "So."],
      ],
    ],
    [
      "what closes a page",
      "# FAQ\n\n## Why?\n\nSo.\n\n## Still have questions?\n\nAsk.\n\n## Contact us\n\nMail.\n",
      [["Why?", "So."]],
    ],
    [
      "a question one level higher than the others",
      "# FAQ\n\n## What is it?\n\nA lamp.\n\n### Is it bright?\n\nYes.\n\n### Is it warm?\n\nNo.\n",
      [
        ["What is it?", "A lamp."],
        ["Is it bright?", "Yes."],
        ["Is it warm?", "No."],
      ],
    ],
    [
      "problems in sections beside such as stand alone",
      "# FAQ\n\n## Network\n\n### No route\n\nx\n\n### No name\n\ny\n\n## Lamp\n\n### Dark\n\nz\n\n## Fire\n\nRun.\n\n## Flood\n\nSwim.\n\n## Frost\n\nWait.\n",
      [
        ["No route", "x"],
        ["No name", "y"],
        ["Dark", "z"],
        ["Fire", "Run."],
        ["Flood", "Swim."],
        ["Frost", "Wait."],
      ],
    ],
    [
      "headings of which those that ask have a sign",
      "# FAQ\n\n### Q: Why?\n\nSo.\n\n### Q: Who?\n\nWe.\n\n### Key numbers\n\n7\n",
      [
        ["Why?", "So."],
        ["Who?", "We."],
      ],
    ],
    [
      "a title with a colon over bold questions",
      "# FAQ:\n\n**Q: Why?**  \n**A:** So.\n\n**Q: Who?**\n**A:** We.\n",
      [
        ["Why?", "So."],
        ["Who?", "We."],
      ],
    ],
    [
      "bullets before bold questions, with the answers outside",
      "- **Why?**\n\nSo.\n\n- **Who?**\n\nWe.\n\nAnd they.\n",
      [
        ["Why?", "So."],
        ["Who?", "We.\n\nAnd they."],
      ],
    ],
    ["a quoted question", '## "How do I start?"\n\nSo.\n', [["How do I start?", "So."]]],
    ["a flag behind the question", "## Can I pay in euro? 🇩🇪\n\nYes.\n", [["Can I pay in euro? 🇩🇪", "Yes."]]],
    [
      "numbers of many kinds",
      "## 1、怎么安装\n\n运行。\n\n## (2) Why?\n\nSo.\n\n## Q3. Who\n\nWe.\n\n## ④ When?\n\nNow.\n\n## 五、如何停止\n\n按键。\n",
      [
        ["怎么安装", "运行。"],
        ["Why?", "So."],
        ["Who", "We."],
        ["When?", "Now."],
        ["如何停止", "按键。"],
      ],
    ],
    [
      "headings in HTML, with and without a line between question and answer",
      '# FAQ\n\n<h3 id="a">\nHow?\n</h3>\n\nSo.\n\n<h3 name="b">Why?</h3>\nThus, in <b>HTML</b>.\n\n<a id="c"></a><h3>Who?</h3>\n\nWe.\n',
      [
        ["How?", "So."],
        ["Why?", "Thus, in <b>HTML</b>."],
        ["Who?", "We."],
      ],
    ],
    [
      "answers that run on behind the question",
      "**How?** So.\n\n**Why?** <br>\nThus.\n\n*Who?*\n\nWe.\n\n__Q: When__\n\nNow.\n\n**Note** what.\n",
      [
        ["How?", "So."],
        ["Why?", "Thus."],
        ["Who?", "We."],
        ["When", "Now.\n\n**Note** what."],
      ],
    ],
    [
      "signs of other languages",
      "Q：怎么安装？\n\nA：运行。\n\n问：怎么停止\n\n答：按键。\n\n**В:** Сколько?\n\n**О:** Два.\n\nFrage: Was kostet das\n\nAntwort: Nichts.\n",
      [
        ["怎么安装？", "运行。"],
        ["怎么停止", "按键。"],
        ["Сколько?", "Два."],
        ["Was kostet das", "Nichts."],
      ],
    ],
    [
      "question and answer on one line",
      "**Q:** How? **A:** So.\n\nQ: Why? A: Thus.\n",
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    [
      "bullets",
      "* **Q** How do I start?\n\n  **A** So.\n\n* **Q:** Why\n\n  **A:** Thus.\n",
      [
        ["How do I start?", "So."],
        ["Why", "Thus."],
      ],
    ],
    [
      "bullets with the answer one deeper, one of them naming a problem",
      "- Why?\n  - So.\n\n- Who?\n  - We.\n\n- The library is missing\n  - Get it.\n",
      [
        ["Why?", "- So."],
        ["Who?", "- We."],
        ["The library is missing", "- Get it."],
      ],
    ],
    [
      "headings in items and in quotes",
      "1. ### How?\n\n   So.\n\n2. ### Why?\n\n   Thus.\n",
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    [
      "whole entries in quotes",
      "# FAQ\n\n> ### How?\n>\n> So.\n>\n> And so.\n\n> ### Why?\n>\n> Thus.\n",
      [
        ["How?", "So.\n\nAnd so."],
        ["Why?", "Thus."],
      ],
    ],
    [
      "a quote in an answer",
      "**Why?**\n\n> Is that so?\n\nYes.\n\n**Who?**\n\nWe.\n",
      [
        ["Why?", "> Is that so?\n\nYes."],
        ["Who?", "We."],
      ],
    ],
    [
      "a question over two lines",
      '**Q**. How do I install it on a machine\nthat has no network?\n\n**A**. Copy it.\n\n<a href="#stop">**Q**</a>. I stopped it, but it\nruns on. Why?\n\n**A**. Press twice.\n',
      [
        ["How do I install it on a machine that has no network?", "Copy it."],
        ["I stopped it, but it runs on. Why?", "Press twice."],
      ],
    ],
    [
      "code at the first column under numbers",
      "1. How?\n\n```\nx\n```\n\nSo.\n\n2. Why?\n\n```\ny\n```\n",
      [
        ["How?", "```\nx\n```\n\nSo."],
        ["Why?", "```\ny\n```"],
      ],
    ],
    [
      "details in details that ask nothing",
      "# FAQ\n\n<details>\n<summary>Terminal</summary>\n\n<details>\n<summary>How?</summary>\n\nSo.\n\n</details>\n\n<details>\n<summary>Why?</summary>\n\nThus.\n\n</details>\n\n</details>\n",
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    [
      "a table of contents that unfolds",
      "# FAQ\n\n<details>\n<summary>Table of contents</summary>\n\n- [How?](#how)\n\n</details>\n\n## How?\n\nSo.\n",
      [["How?", "So."]],
    ],
    [
      "containers of site generators",
      '::: details How?\nSo.\n:::\n\n??? question "Why?"\n\n    Thus.\n\n    - x\n\n{{< details "Who?" >}}\nWe.\n{{< /details >}}\n\n<Accordion title="When?">\n  Now.\n</Accordion>\n\n:::{dropdown} Where?\nHere.\n:::\n\n<Accordion\n  icon="x"\n  title="Which?"\n>\n  This.\n</Accordion>\n',
      [
        ["How?", "So."],
        ["Why?", "Thus.\n\n- x"],
        ["Who?", "We."],
        ["When?", "Now."],
        ["Where?", "Here."],
        ["Which?", "This."],
      ],
    ],
    [
      "containers in code, and such as ask nothing",
      "## How?\n\n```\n::: details Why?\nx\n:::\n```\n\n::: tip Note\ny\n:::\n",
      [["How?", "```\n::: details Why?\nx\n:::\n```\n\n::: tip Note\ny\n:::"]],
    ],
    [
      "containers with headings in their answers",
      "::: details How?\n\n### What to do?\n\nx\n\n:::\n\n::: details Why?\ny\n:::\n",
      [
        ["How?", "### What to do?\n\nx"],
        ["Why?", "y"],
      ],
    ],
  ])("%s", (_, text, entries) => {
    expect(understood(text)).toEqual(entries);
  });

  it.each<[string, string, string]>([
    ["Chinese", "如何安装", "为什么屏幕是黑的"],
    ["Japanese", "インストールするには", "使うのに何が必要ですか"],
    ["Korean", "어떻게 설치하나요", "설치하려면"],
    ["German", "Wie installiere ich es", "Warum ist der Bildschirm schwarz"],
    ["French", "Comment l’installer", "Pourquoi l’écran est noir"],
    ["Spanish", "Cómo instalarlo", "Por qué está negra la pantalla"],
    ["Portuguese", "Como instalar", "Por que a tela está preta"],
    ["Italian", "Come si installa", "Perché lo schermo è nero"],
    ["Russian", "Как установить", "Поддерживает ли он Unicode"],
    ["Ukrainian", "Як встановити", "Чому екран чорний"],
    ["Polish", "Jak zainstalować", "Dlaczego ekran jest czarny"],
    ["Turkish", "Nasıl kurulur", "APatch nedir"],
    ["Dutch", "Hoe installeer ik het", "Waarom is het scherm zwart"],
    ["Indonesian", "Bagaimana memasangnya", "Mengapa layarnya hitam"],
  ])("knows questions without a mark in %s", (_, one, two) => {
    expect(asked(`## ${one}\n\nx\n\n## ${two}\n\ny\n`)).toEqual([one, two]);
  });

  it("knows a FAQ by its name, where its title does not say so", () => {
    const text = "# Help\n\n## It is dark\n\nPress.\n";
    expect(readFaq(text).entries).toEqual([]);
    expect(readFaq(text, undefined, { isFaq: true }).entries).toMatchObject([{ question: "It is dark" }]);
  });

  it("takes no list of tables for problems, and a table among problems for an answer", () => {
    const table = "| a | b |\n| --- | --- |\n| c | d |\n";
    const named = (text: string) => readFaq(text, undefined, { isFaq: true }).entries.map(({ question }) => question);
    expect(
      named(
        `## Login\n\n${table}\n## Uploads\n\n${table}\n## Sharing\n\n${table}\n## Still not solved?\n\nCollect logs.\n`,
      ),
    ).toEqual([]);
    const some = ["## Login fails", "Reset it.", "## Uploads fail", table, "## It is slow", "Wait."].join("\n\n");
    expect(named(some)).toEqual(["Login fails", "Uploads fail", "It is slow"]);
  });

  it("leaves out what closes the page in other words", () => {
    for (const end of ["Related docs", "Next steps", "Further reading"])
      expect(asked(`# FAQ\n\n## Why?\n\nSo.\n\n## Cannot log in\n\nReset.\n\n## ${end}\n\n- [a](b.md)\n`)).toEqual([
        "Why?",
        "Cannot log in",
      ]);
  });

  it("reads what unfolds in the components of Vue", () => {
    const panels = (name: string, title: string) =>
      `# FAQ\n\n<${name}s>\n<${name} ${title}="How?" key="1">\n\nSo.\n\n</${name}>\n<${name} ${title}="It is dark" key="2">\n  <p>Light it.</p>\n</${name}>\n</${name}s>\n`;
    expect(asked(panels("a-collapse-panel", "header"))).toEqual(["How?", "It is dark"]);
    expect(asked(panels("el-collapse-item", "title"))).toEqual(["How?", "It is dark"]);
    expect(asked(panels("v-expansion-panel", "title"))).toEqual(["How?", "It is dark"]);
    expect(asked(panels("v-card", "title"))).toEqual([]);
  });

  it("leads to entries by the ids that people gave them", () => {
    expect(anchors("## How? {#a}\n\nx\n\n## Why? { #b }\n\ny\n\n## Who? {: #c .d }\n\nz\n")).toEqual(["a", "b", "c"]);
    expect(asked("## How? {#a}\n\nx\n\n## Who? {/* #c */}\n\nz\n")).toEqual(["How?", "Who?"]);
    expect(
      anchors('<a name="a"></a>\n## How?\n\nx\n\n<a id="b"></a>\n\n## Why?\n\ny\n\n## <a name="c"></a>Who?\n\nz\n'),
    ).toEqual(["a", "b", "c"]);
    expect(anchors('<h3 id="a">How?</h3>\n\nx\n\n<h3>Why is it?</h3>\n\ny\n')).toEqual(["a", "why-is-it"]);
  });

  it("knows where each entry is", () => {
    const text = "# FAQ\n\n## Setup\n\n### How?\n\nSo.\n\n### How?\n\nOr so.\n";
    const { entries, sections } = readFaq(text);
    expect(entries.map(({ anchor, line, sections: above }) => [anchor, line, above])).toEqual([
      ["how", 5, ["FAQ", "Setup"]],
      ["how-1", 9, ["FAQ", "Setup"]],
    ]);
    expect(sections.map(({ title, anchor, depth }) => [title, anchor, depth])).toEqual([
      ["FAQ", "faq", 1],
      ["Setup", "setup", 2],
    ]);
    expect(text.slice(entries[0]?.start, entries[0]?.end)).toBe("### How?\n\nSo.");
  });

  it("leads to details and bold questions by the anchors people gave them", () => {
    expect(anchors('<details id="start"><summary>How?</summary>So.</details>')).toEqual(["start"]);
    expect(anchors('<a id="start"></a>**How?**\n\nSo.')).toEqual(["start"]);
    expect(anchors("**How?**\n\nSo.")).toEqual([""]);
  });

  it("ends the answer to a bold question before the next entry, whatever shape that has", () => {
    const { entries } = readFaq("**Is it?**\n### Why?\n> ## In?\n### Why?");
    expect(entries.map(({ question, answer }) => [question, answer])).toEqual([["Why?", "> ## In?"]]);
  });

  it("reads whatever it is given: entries lie in order, inside the file, apart from each other", () => {
    const part = fc.constantFrom(
      ..."## How?|### Why?|# FAQ|**Is it?**|Q: What?|A: That.|<details>|<summary>|Can it?|</summary>|</details>|1. **Who?**|   x|- [a](#a)|---|```|text|\n|\n\n|<a id='q'></a>|: d|> ## In?|\r\n".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = parts.join("\n");
        let last = 0;
        for (const { start, end, question, answer } of readFaq(text).entries) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(question).not.toBe("");
          expect(unindented(text.slice(start, end))).toContain(unindented(answer));
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});

it("questions in quotes stay those of the page, whatever heading an answer quotes", () => {
  const { entries } = readFaq("# FAQ\n\n> Q: Why?\n\n> ### Because\n> So.\n\n> Q: Who?\n\nWe.\n");
  expect(entries.map(({ question, shape }) => [question, shape])).toEqual([
    ["Why?", "quote"],
    ["Who?", "quote"],
  ]);
});
