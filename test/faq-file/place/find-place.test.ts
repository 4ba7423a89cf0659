import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { addEntry } from "../../../src/faq-file/edit/add-entry.ts";

const question = "How do I rotate logs?";

const add = (text: string): string => {
  const it = addEntry(text, { question, answer: "Set `max_size`." });
  return isRefusal(it) ? `refused: ${it.refused}` : it.text;
};

const entry = `## ${question}\n\nSet \`max_size\`.\n`;

describe("the place of a new entry", () => {
  it("is in the section for everything else, which a longer title that begins so does not name", () => {
    const file = (title: string) =>
      `# FAQ\n\n## ${title}\n\n### What is it?\n\nA lamp.\n\n## Use\n\n### How do I start it?\n\nPress.\n\n### How do I stop it?\n\nPress.\n`;
    for (const title of ["General", "General questions", "Other", "Misc."])
      expect(add(file(title))).toContain(`A lamp.\n\n#${entry}\n## Use\n`);
    const long = file("General description of the label stack");
    expect(add(long)).toBe(`${long}\n#${entry}`);
  });

  it("is among those of its kind, where the last question stands one level higher", () => {
    const before =
      "# FAQ\n\n## Setup\n\n### How do I install it?\n\nRun the script.\n\n### How do I start it?\n\nPress.\n\n";
    const after = "## Does it run on Windows?\n\nYes.\n";
    expect(add(before + after)).toBe(`${before}#${entry}\n${after}`);
  });

  it.each([
    "Still have questions?",
    "Still need help?",
    "Have another question?",
    "I have another question...",
    "Any other questions?",
    "My question isn't here!",
    "My question isn’t answered",
    "Don't see your question?",
    "Didn't find an answer?",
    "Need more help?",
    "Where can I get more help?",
    "Contact us",
    "Related docs",
    "I have read all of this and still have a question, what now?",
  ])("is before “%s”", (title) => {
    const before = "# FAQ\n\n## How do I install it?\n\nRun it.\n\n";
    const after = `## ${title}\n\nAsk in the [forum](https://example.com).\n`;
    expect(add(before + after)).toBe(`${before}${entry}\n${after}`);
  });

  it.each(["Why is it still slow?", "Still getting an error?", "How do I contact the server?"])(
    "is behind “%s”, which is a question",
    (title) => {
      const text = `# FAQ\n\n## How do I install it?\n\nRun it.\n\n## ${title}\n\nWait.\n`;
      expect(add(text)).toBe(`${text}\n${entry}`);
    },
  );

  it("is not in a section that sends people on", () => {
    const text = "# FAQ\n\n## Is it free?\n\nYes.\n\n## Other questions\n\nAsk [here](https://example.com).\n";
    expect(add(text)).toBe(text.replace("\n## Other", `\n${entry}\n## Other`));
  });

  it("is in the section with most entries", () => {
    const text = "# FAQ\n\n## Use\n\n### Why?\n\nSo.\n\n### Who?\n\nWe.\n\n## Licence\n\n### Is it free?\n\nYes.\n";
    expect(add(text)).toBe(text.replace("\n## Licence", `\n#${entry}\n## Licence`));
  });

  it("is by the alphabet where all sections are sorted, be they short", () => {
    const text =
      "# FAQ\n\n## A\n\n### Can I?\n\nYes.\n\n### May I?\n\nYes.\n\n### Who?\n\nWe.\n\n### Why?\n\nSo.\n\n## B\n\n### Am I?\n\nYes.\n\n### Is it?\n\nYes.\n\n### Was it?\n\nNo.\n";
    expect(add(text)).toBe(text.replace("\n### May I?", `\n#${entry}\n### May I?`));
  });

  it("is at the end of a file without entries, or under the heading that is for them", () => {
    expect(add("# Build\n\nRun.\n\n# Use\n\nStart.\n")).toMatch(
      /^# Build\n\nRun\.\n\n# Use\n\nStart\.\n\n# How do I rotate logs\?/u,
    );
    expect(add("# Lamp\n\n## FAQ\n\nSoon.\n\n## Licence\n\nFree.\n")).toBe(
      `# Lamp\n\n## FAQ\n\nSoon.\n\n#${entry}\n## Licence\n\nFree.\n`,
    );
  });
});

describe("line ends", () => {
  it("of old lines stay as they are where a file has both kinds", () => {
    const text = "# FAQ\n\n## How do I install it?\n\nRun it.\n\n## How do I stop it?\r\n\r\nPress.\r\n";
    expect(add(text)).toBe(`${text}\n${entry}`);
  });

  it("are carriage returns where all others are", () => {
    const text = "# FAQ\n\n## How do I install it?\n\nRun it.\n".replaceAll("\n", "\r");
    expect(add(text)).toBe(`${text}\n${entry}`.replaceAll("\n", "\r"));
  });
});
