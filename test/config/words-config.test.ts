import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { renderProblem } from "../../src/config/problem.ts";

function problems(text: string): readonly string[] {
  const loaded = loadConfig(text);
  return "problems" in loaded ? loaded.problems.map(renderProblem) : [];
}

describe("words of one's own", () => {
  it.each([
    ["one text for all languages", 'words:\n  related-answers.intro: "**Seen these?**"\n'],
    ["one for each", 'words:\n  related-answers.intro:\n    en: "Seen these?"\n    zh-CN: 看过这些吗？\n'],
    ["placeholders in another order", 'words:\n  on-call.assigned-by: "{by} gave it to {login}."\n'],
    ["a plural", 'words:\n  feature-requests.votes: "{count, plural, one {# person} other {# people}}"\n'],
    ["a language", "language: zh-CN\n"],
    ["an address with a number", 'words:\n  feature-requests.closed: "See [why](https://example.com/a#12)."\n'],
    ["a command with a number in code", 'words:\n  feature-requests.closed: "Write `/duplicate #12`."\n'],
  ])("may be %s", (_, text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    [
      "a key that is misspelt",
      'words:\n  related-answers.into: "x"\n',
      "2:3 words.related-answers.into: there is no such message; did you mean `related-answers.intro`?",
    ],
    [
      "a key that is none",
      'words:\n  greeting: "x"\n',
      "2:3 words.greeting: there is no such message; docs/reference/messages.md lists them",
    ],
    [
      "a placeholder that is missing",
      'words:\n  on-call.assigned: "Somebody has it."\n',
      "2:21 words.on-call.assigned: must contain `{login}`",
    ],
    [
      "a placeholder that there is not",
      'words:\n  on-call.assigned:\n    zh-CN: "{login} {name}"\n',
      "3:12 words.on-call.assigned.zh-CN: there is no placeholder `{name}` here; there is `{login}`",
    ],
    [
      "a bracket that does not close",
      'words:\n  on-call.assigned: "{login"\n',
      "2:21 words.on-call.assigned: cannot be read as a message: expect argument closing brace",
    ],
    [
      "a mention",
      'words:\n  related-answers.intro: "Ask @acme/support."\n',
      "2:26 words.related-answers.intro: must not contain `@acme/support`: it would notify or link each time this is said",
    ],
    [
      "a closing keyword",
      'words:\n  related-answers.intro: "Fixes acme/widgets#12."\n',
      "2:26 words.related-answers.intro: must not contain `acme/widgets#12`: it would notify or link each time this is said",
    ],
    ["nothing", 'words:\n  related-answers.intro: ""\n', "2:26 words.related-answers.intro: must not be empty"],
    [
      "too much",
      `words:\n  related-answers.intro: "${"x".repeat(2_001)}"\n`,
      "2:26 words.related-answers.intro: must have at most 2000 characters",
    ],
    ["a language that we do not speak", "language: de\n", "1:11 language: must be one of `auto`, `en`, `zh-CN`"],
    [
      "a text in a language that we do not speak",
      'words:\n  related-answers.intro:\n    de: "Schon gesehen?"\n',
      "3:5 words.related-answers.intro.de: there is no such setting",
    ],
  ])("may not be %s", (_, text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  it("survive braces without end", () => {
    expect(problems(`words:\n  related-answers.intro: "${"{a, plural, other {".repeat(100)}"\n`)).toHaveLength(1);
  });
});
