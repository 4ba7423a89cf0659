import { describe, expect, it } from "vitest";
import { doxygenDocuments, doxygenFile } from "../../../evaluation/sets/doxygen-documents.ts";

describe("pages of Doxygen", () => {
  it("become a document a section, with the address it has once it is generated", () => {
    const text = [
      "namespace X {",
      "/**",
      String.raw`\page UsingLamp Using the %Lamp`,
      'Light \\ref UsingLamp_Oil "the oil" with \\c match.',
      String.raw`\section UsingLamp_Oil Oil`,
      "Pour.",
      "\\code{.sh}",
      "pour --all",
      "\\endcode",
      String.raw`\subsection UsingLamp_Kinds Kinds`,
      "Any.",
      "*/",
      "class Lamp;",
      "/*! \\page other Other",
      "*/",
    ].join("\n");
    expect(doxygenDocuments(text, "https://x.org/")).toEqual([
      {
        id: "docs:UsingLamp",
        kind: "docs",
        title: "Using the Lamp",
        context: [],
        body: "Light the oil with match.",
        url: "https://x.org/_using_lamp.html",
      },
      {
        id: "docs:UsingLamp#UsingLamp_Oil",
        kind: "docs",
        title: "Oil",
        context: ["Using the Lamp"],
        body: "Pour.\n\n```\npour --all\n```",
        url: "https://x.org/_using_lamp.html#UsingLamp_Oil",
      },
      {
        id: "docs:UsingLamp#UsingLamp_Kinds",
        kind: "docs",
        title: "Kinds",
        context: ["Using the Lamp", "Oil"],
        body: "Any.",
        url: "https://x.org/_using_lamp.html#UsingLamp_Kinds",
      },
      {
        id: "docs:other",
        kind: "docs",
        title: "other".replace("o", "O"),
        context: [],
        body: "",
        url: "https://x.org/other.html",
      },
    ]);
  });

  it("may be Markdown with ids behind the headings", () => {
    const text = "# Lamp {#page_lamp}\nA lamp.\n## Oil {#lamp_oil}\nPour.\n";
    expect(doxygenDocuments(text, "https://x.org/").map(({ id, body }) => [id, body])).toEqual([
      ["docs:page_lamp", "A lamp."],
      ["docs:page_lamp#lamp_oil", "Pour."],
    ]);
  });

  it("are none where nothing is a page", () => {
    expect(doxygenDocuments("\\section a A\ntext\u2028more\n/** @brief x */", "https://x.org/")).toEqual([]);
  });

  it("lie in files whose capitals are small with a line before them", () => {
    expect(["IK", "Urho2D", "page_x"].map(doxygenFile)).toEqual(["_i_k.html", "_urho2_d.html", "page_x.html"]);
  });
});
