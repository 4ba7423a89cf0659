import { existsSync, globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { load } from "js-yaml";
import { expect, it } from "vitest";
import { z } from "zod";
import { loadConfig } from "../../src/config/load.ts";

/** A form of GitHub's: https://docs.github.com/en/discussions/managing-discussions-for-your-community/syntax-for-discussion-category-forms */
const fieldOf = (type: string, attributes: z.ZodRawShape) =>
  z.strictObject({
    type: z.literal(type),
    id: z.string().regex(/^[\w-]+$/u),
    attributes: z.strictObject({ label: z.string(), description: z.string().optional(), ...attributes }),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  });
const Body = z
  .array(
    z.union([
      z.strictObject({ type: z.literal("markdown"), attributes: z.strictObject({ value: z.string() }) }),
      fieldOf("textarea", { render: z.string().optional(), placeholder: z.string().optional() }),
      fieldOf("input", { placeholder: z.string().optional() }),
      fieldOf("checkboxes", {
        options: z.array(z.strictObject({ label: z.string(), required: z.boolean().optional() })).min(1),
      }),
      fieldOf("dropdown", { options: z.array(z.string()).min(1), multiple: z.boolean().optional() }),
    ]),
  )
  .refine((body) => body.some(({ type }) => type !== "markdown"), "asks nothing");
const Form = z.strictObject({ title: z.string().optional(), labels: z.array(z.string()).optional(), body: Body });

const read = (path: string) => readFileSync(path, "utf8");
const forms = globSync("{.github,docs/examples,demo/content/repository/.github}/DISCUSSION_TEMPLATE/*.yml");

it.each(forms)("%s is a form that GitHub takes", (path) => {
  expect(Form.safeParse(load(read(path))).error?.issues ?? []).toEqual([]);
});

it("asks by a form in each category that it looks after", () => {
  const loaded = loadConfig(read(".github/frontdesk.yml"));
  if (!("config" in loaded)) throw new Error(JSON.stringify(loaded.problems));
  const { "related-answers": answers, "feature-requests": requests, watch } = loaded.config;
  const categories = [answers.categories, requests.categories, watch.categories].flatMap((it) => it ?? []);
  const asked = forms.filter((it) => it.startsWith(".github/")).map((it) => basename(it, ".yml"));
  expect(new Set(categories)).toEqual(new Set(asked));
});

it("reads docs that there are", () => {
  const loaded = loadConfig(read(".github/frontdesk.yml"));
  if (!("config" in loaded)) throw new Error(JSON.stringify(loaded.problems));
  const { include, exclude } = loaded.config.docs;
  expect([...include, ...exclude].filter((pattern) => globSync(pattern).length === 0)).toEqual([]);
});

it("changes no page that is there by promoting answers", () => {
  const loaded = loadConfig(read(".github/frontdesk.yml"));
  if (!("config" in loaded)) throw new Error(JSON.stringify(loaded.problems));
  const { file } = loaded.config.faq;
  // Of two names that differ in case alone, some file systems can hold one.
  const there = globSync("docs/**/*.md").filter((it) => it.toLowerCase() === file.toLowerCase());
  expect(there).toEqual(existsSync(file) && there.length === 1 ? [file] : []);
});
