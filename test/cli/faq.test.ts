import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "frontdesk-"));
});

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function faq(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/frontdesk.js", "faq", ...args], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  return { status, stdout, stderr };
}

const before = "# FAQ\n\n## Why?\n\nSo.\n";
const after =
  "# FAQ\n\n## Why?\n\nSo.\n\n## How do I mend it?\n\nSee [this](<https://github.com/acme/lantern/blob/HEAD/a.md>).\n";
const add = (path: string, answer: string, ...more: string[]) =>
  faq("add", "--file", path, "--question", "how do I mend it", "--answer", answer, ...more);
const thread = ["--base-url", "https://github.com/acme/lantern/discussions/12"];

describe("frontdesk faq add", () => {
  it("prints the new file and leaves the old one alone", () => {
    const path = file("FAQ.md", before);
    expect(add(path, file("answer.md", "See [this](a.md)."), ...thread)).toEqual({
      status: 0,
      stdout: after,
      stderr: "",
    });
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("sees problems as entries in a file that is a FAQ by its name alone", () => {
    const problems =
      "Some notes.\n\n## Broken images\n\nClear it.\n\n## Cannot log in\n\nReset it.\n\n## Slow start\n\nWait.\n\n## License\n\nMIT\n";
    const answer = file("answer.md", "Mend.");
    const { stdout, stderr } = add(file("FAQ.md", problems), answer);
    expect(stdout).toContain("## Slow start\n\nWait.\n\n## How do I mend it?\n\nMend.\n\n## License\n");
    expect(stderr).toBe("");
    expect(add(file("notes.md", problems), answer).stderr).toContain("notes.md has no entries");
  });

  it("writes for MDX where the site of the repository reads Markdown as that", () => {
    const answer = file("answer.md", "Set {max}<br>x");
    const path = file("FAQ.md", before);
    expect(add(path, answer).stdout).toContain("Set {max}<br>x");
    file("docusaurus.config.ts", "");
    expect(add(path, answer).stdout).toContain("Set \\{max}<br />x");
  });

  it("writes the file when told to, and makes one that is not there", () => {
    const path = file("FAQ.md", before);
    expect(add(path, file("answer.md", "See [this](a.md)."), ...thread, "--write")).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
    expect(readFileSync(path, "utf8")).toBe(after);
    const made = join(folder, "new.md");
    add(made, file("answer.md", "So."), "--write");
    expect(readFileSync(made, "utf8")).toBe("# Frequently asked questions\n\n## How do I mend it?\n\nSo.\n");
  });

  it("says where the entry went in a file in which nothing shows how entries are written", () => {
    const path = file("help.md", "# Help\n\n## Setup\n\nRun it.\n");
    const { status, stdout, stderr } = add(path, file("answer.md", "So."));
    expect(status).toBe(0);
    const [found] = stdout.split("\n").flatMap((line, i) => (line.includes("How do I mend it") ? [i + 1] : []));
    expect(stderr).toContain(`help.md has no entries that Frontdesk can tell`);
    expect(stderr).toMatch(new RegExp(`the new one went to line ${found} under "(?:Help|Setup)"\n$`));
    expect(add(file("new.md", ""), file("answer.md", "So.")).stderr).toBe("");
  });

  it("shows what changes", () => {
    const { stdout } = add(file("FAQ.md", before), file("answer.md", "So."), "--diff");
    const changed = stdout.split("\n").filter((line) => /^[+-](?![+-]{2})/.test(line));
    expect(changed).toEqual(["+", "+## How do I mend it?", "+", "+So."]);
  });

  it("takes a title that is no question, and files in MDX and with Windows line ends", () => {
    const path = file("FAQ.mdx", before.replaceAll("\n", "\r\n"));
    const { stdout } = faq(
      "add",
      "--file",
      path,
      "--question",
      "Lamp flickers",
      "--answer",
      file("a.md", "<!-- x -->\nSo."),
    );
    expect(stdout).toBe(`${before}\n## Lamp flickers\n\nSo.\n`.replaceAll("\n", "\r\n"));
  });

  it("writes for templates where the site of the repository reads them", () => {
    mkdirSync(join(folder, ".git"));
    mkdirSync(join(folder, ".vitepress"));
    const { stdout } = add(file("FAQ.md", before), file("a.md", "Set {{ process.env.X }}."));
    expect(stdout).toContain("\nSet \\{<!-- -->\\{ process.env.X }}.\n");
  });

  it("adds a question that is answered when told to", () => {
    const { stdout } = faq(
      "add",
      "--file",
      file("FAQ.md", before),
      "--question",
      "Why?",
      "--answer",
      file("a.md", "Or so."),
      "--force",
    );
    expect(stdout).toBe(`${before}\n## Why?\n\nOr so.\n`);
  });

  it("says what it took out", () => {
    const { stderr } = add(file("FAQ.md", before), file("answer.md", "Mail ann@acme.io."));
    expect(stderr).toBe("taken out: e-mail address (1)\n");
  });

  it.each<[string, () => ReturnType<typeof faq>, RegExp]>([
    [
      "a section that is not there",
      () => add(file("FAQ.md", before), file("a.md", "So."), "--section", "Money"),
      /there is no section "Money"/,
    ],
    ["a file that is no Markdown", () => add(file("FAQ.txt", before), file("a.md", "So.")), /is not a Markdown file/],
    [
      "an answer that is not there",
      () => add(file("FAQ.md", before), join(folder, "none.md")),
      /none\.md cannot be read/,
    ],
    [
      "a question that is answered",
      () => faq("add", "--file", file("FAQ.md", before), "--question", "why", "--answer", file("a.md", "So.")),
      /another entry answers the same question: "Why\?" \(\S+FAQ\.md#why\); --force adds/,
    ],
    [
      "a question that is answered in nearly the same words",
      () => add(file("FAQ.md", "# FAQ\n\n**How can I mend it?**\n\nSo.\n"), file("a.md", "So.")),
      /another entry answers the same question: "How can I mend it\?" \(line 3\)/,
    ],
    ["an empty answer", () => add(file("FAQ.md", before), file("a.md", " \n")), /the answer is empty/],
    [
      "bytes that are no text",
      () => add(file("FAQ.md", Uint8Array.of(35, 32, 255)), file("a.md", "So.")),
      /cannot be read/,
    ],
    [
      "an address that is no thread's",
      () => add(file("FAQ.md", before), file("a.md", "So."), "--base-url", "x"),
      /--base-url must be/,
    ],
    [
      "an open code block",
      () => add(file("FAQ.md", `${before}\n~~~\n`), file("a.md", "So.")),
      /code block that is not closed \(line 7\)/,
    ],
  ])("refuses %s with one line", (_, run, message) => {
    const { status, stdout, stderr } = run();
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("frontdesk faq list", () => {
  it("prints the entries", () => {
    const path = file("FAQ.md", before);
    expect(faq("list", "--file", path)).toMatchObject({
      status: 0,
      stdout: "LINE  QUESTION  ANCHOR\n   3  Why?      #why\n",
    });
    expect(JSON.parse(faq("list", "--file", path, "--json").stdout)).toEqual([
      { question: "Why?", anchor: "why", line: 3, answer: "So." },
    ]);
  });

  it("prints no anchor where nothing leads to an entry", () => {
    const path = file("FAQ.md", "**Why?**\n\nSo.\n\n## How? {#how-to}\n\nThus.\n");
    expect(faq("list", "--file", path).stdout).toBe(
      "LINE  QUESTION  ANCHOR\n   1  Why?      –\n   5  How?      #how-to\n",
    );
  });

  it("knows a FAQ by its name, and says when there is none", () => {
    const text = "# Help\n\n## It is dark\n\nPress.\n";
    expect(faq("list", "--file", file("FAQ.md", text)).stdout).toBe(
      "LINE  QUESTION    ANCHOR\n   3  It is dark  #it-is-dark\n",
    );
    const none = faq("list", "--file", file("help.md", text));
    expect(none).toMatchObject({ status: 0, stdout: "" });
    expect(none.stderr).toContain("help.md has no entries that Frontdesk can tell");
  });

  it("refuses a file that is not there", () => {
    expect(faq("list", "--file", join(folder, "none.md"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("cannot be read"),
    });
  });
});
