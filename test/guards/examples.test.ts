import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { Config } from "../../src/config/schema.ts";
import { environment } from "../../src/config/environment.ts";
import { requestQuestions } from "../../src/features/feature-requests/feature-request.ts";
import { questionOf } from "../../src/features/feature-requests/answers/read-answers.ts";
import { english } from "../../src/core/language.ts";
import { questionText } from "../../src/features/feature-requests/messages/phrases.ts";

const read = (name: string) => readFileSync(`docs/examples/${name}`, "utf8");

describe("docs/examples", () => {
  it("has a config that is good and shows every section", () => {
    const loaded = loadConfig(read("frontdesk.yml"));
    expect(loaded).toHaveProperty("config");
    const shown = [...read("frontdesk.yml").matchAll(/^([a-z-]+):/gm)].map(([, name = ""]) => name);
    expect(shown.sort()).toEqual(Object.keys(Config.shape).sort());
  });

  it.each(["docs/examples", ".github", "demo/content/repository/.github"])(
    "asks the three questions by the form in %s",
    (folder) => {
      const form = load(readFileSync(`${folder}/DISCUSSION_TEMPLATE/ideas.yml`, "utf8")) as {
        readonly body: readonly { readonly attributes: { readonly label?: string } }[];
      };
      const labels = form.body.flatMap(({ attributes }) => attributes.label ?? []);
      expect(labels).toEqual(requestQuestions.map((it) => questionText(it)(english)));
      expect(labels.map(questionOf)).toEqual(requestQuestions);
    },
  );

  it.each(["../../Dockerfile", "compose.yml", "frontdesk.service"])("%s sets only variables that are read", (name) => {
    const set = [...read(name).matchAll(/\b([A-Z]+(?:_[A-Z]+)+)(?==|:\s)/g)].map(([, variable = ""]) => variable);
    expect(set.length).toBeGreaterThan(0);
    expect(set.filter((it) => it !== "NODE_ENV" && !(it in environment))).toEqual([]);
  });
});
