import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/search/question/read-question.ts";

function weights(title: string, body = "", more: { category?: string; labels?: string[] } = {}): Map<string, number> {
  return new Map(readQuestion({ title, body, ...more }).terms.map(({ term, placeWeight }) => [term, placeWeight]));
}

describe("what a word of a question weighs", () => {
  const question = weights(
    "Sidebar vanishes",
    [
      "Hi everyone,",
      "",
      "The sidebar and the footer vanish. It began on Monday. Docker runs it. Firefox shows the same sidebar.",
      "",
      "> glaciers",
      "",
      "```",
      "volcano sidebar",
      "```",
      "### Operating system",
      "",
      "Windows",
    ].join("\n"),
    { category: "Plugins", labels: ["needs-triage", "area: rendering"] },
  );

  it("falls from the title over the first sentences to the rest", () => {
    expect(question.get("sidebar")).toBe(1);
    expect(question.get("footer")).toBe(0.4);
    expect(question.get("docker")).toBe(0.4);
    expect(question.get("firefox")).toBe(0.25);
  });

  it("is little in code, quotes and remarks on the machine", () => {
    for (const term of ["volcano", "glacier", "window"]) expect(question.get(term)).toBe(0.1);
  });

  it("is little in the names of category and labels, if they say anything", () => {
    expect(question.get("plugin")).toBe(0.15);
    expect(question.get("render")).toBe(0.15);
    expect(question.has("triag")).toBe(false);
  });

  it("is little for greetings, and counts once", () => {
    expect(question.get("everyon")).toBeUndefined();
    expect(weights("Help with the sidebar").get("help")).toBeCloseTo(0.3);
    expect([...question.keys()].filter((term) => term === "sidebar")).toHaveLength(1);
  });

  it("is marked where it stands in the title, and where in nothing but code", () => {
    const { terms } = readQuestion({ title: "Sidebar", body: "Footer\n```\nfooter volcano\n```" });
    expect(terms).toEqual([
      { term: "sidebar", placeWeight: 1, inTitle: true, inCode: false },
      { term: "footer", placeWeight: 0.4, inTitle: false, inCode: false },
      { term: "volcano", placeWeight: 0.1, inTitle: false, inCode: true },
    ]);
  });
});

describe("a question without a topic has no terms", () => {
  it.each([
    ["nothing", "", ""],
    ["a greeting", "Hello everyone!", "Thanks a lot in advance for your help."],
    ["greetings of others", "Hallo", "Bonjour, merci! Hola, gracias! Привет, спасибо!"],
    ["an empty form", "Question", "### Describe the bug\n\n_No response_\n\n- [x] I searched"],
    ["emoji", "🎉", "👍👍"],
    ["stop words", "What is this?", "Why is it so?"],
  ])("%s", (_, title, body) => {
    expect(readQuestion({ title, body }).terms).toEqual([]);
  });

  it("and the name of a category gives it none", () => {
    expect(readQuestion({ title: "Help", body: "", category: "Plugins" }).terms).toEqual([]);
  });

  it.each(["Q&A", "General", "Ideas", "Help", "🙏 Q&A", "Show and tell", "Feature requests"])(
    "%s says nothing of the topic",
    (category) => {
      expect(readQuestion({ title: "Sidebar", body: "", category }).terms).toHaveLength(1);
    },
  );
});

describe("a question in another language", () => {
  const question = weights("Seitenleiste fehlt", "Wie kann ich die Seitenleisten in `config.yml` wieder einrichten?");

  it("has the stems of its language beside the usual ones", () => {
    expect(question.get("einrichten")).toBe(0.4);
    expect(question.get("einricht")).toBe(0.4);
  });

  it("has none of its function words", () => {
    for (const word of ["wie", "kann", "ich", "die", "wieder"]) expect(question.has(word)).toBe(false);
  });

  it("keeps names as they are", () => {
    expect(question.get("config.yml")).toBe(0.4);
  });
});
