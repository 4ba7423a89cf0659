import { describe, expect, it } from "vitest";
import type { KnowledgeItem, Question } from "../../../src/core/knowledge.ts";
import { defaultThreshold as threshold } from "../../../src/search/feedback/threshold.ts";
import { find } from "../../../src/search/find.ts";
import { ask, docs, lantern } from "../lantern-docs.ts";
import { viewOf } from "../view-of.ts";

const threePages = docs.filter(({ group }) => /install|deploy|plugins/u.test(group));
const corpora: [string, readonly KnowledgeItem[]][] = [
  ["the whole docs", lantern],
  ["three pages", threePages],
  ["one page", threePages.filter(({ group }) => group.includes("deploy"))],
];

function confidence(items: readonly KnowledgeItem[], question: Question): number {
  return find(viewOf(items), question, 3)[0]?.confidence ?? 0;
}

const helpless: [string, Question][] = [
  ["nonsense", ask("asdf qwerty", "lorem ipsum dolor sit amet")],
  ["greetings only", ask("Hello everyone!", "Good morning, and thanks a lot in advance for your help.")],
  ["one word of asking", ask("Help")],
  ["no content", ask("It does not work", "Any ideas?")],
  ["an empty form", ask("Question", "### Describe the bug\n\n_No response_\n\n### Version\n\n- [x] I searched")],
  ["only the product's name", ask("Lantern")],
  ["nothing at all", ask("", "")],
  [
    "another product",
    ask("React Native app crashes", "It crashes when I open the camera. I installed expo with gradle."),
  ],
  [
    "another trade",
    ask("Kubernetes ingress returns 502", "My pods run, but nginx gives 502 on every push of the images."),
  ],
  ["no computer at all", ask("What is the best pizza in Naples?")],
  ["the same words about something else", ask("Tax return for site owners", "I need to install the tax software.")],
  ["a topic that the docs lack", ask("Can I translate my site into several languages?")],
];

describe.each(corpora)("%s stay silent on", (_, items) => {
  it.each(helpless)("%s", (_, question) => {
    expect(confidence(items, question)).toBeLessThan(threshold);
  });
});

const answered: [string, Question][] = [
  ["a short question", ask("Deploy with Docker and nginx")],
  ["a heading's words", ask("GitHub Actions workflow to publish to GitHub Pages")],
  [
    "a long question",
    ask(
      "Docker image still serves the old dist folder",
      "Hi all,\n\nI upgraded the base image of our nginx container. Do I have to build with `--no-cache`?\n\nThanks!",
    ),
  ],
];

describe.each(corpora)("%s speak on", (_, items) => {
  it.each(answered)("%s", (_, question) => {
    expect(confidence(items, question)).toBeGreaterThan(threshold);
  });
});

describe("confidence", () => {
  it("falls with the score, so that weaker hits beside a good one stay out", () => {
    const hits = find(viewOf(lantern), ask("Out of memory when building large sites with images"), 5);
    const confidences = hits.map(({ confidence }) => confidence);
    expect(confidences[0]).toBeGreaterThan(threshold);
    expect(confidences.at(-1)).toBeLessThan(threshold);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  });
});
