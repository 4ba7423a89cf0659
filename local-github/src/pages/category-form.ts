import { load } from "js-yaml";
import { z } from "zod";

const attributes = z.looseObject({ label: z.string() });
const validations = z.looseObject({ required: z.boolean().default(false) }).default({ required: false });
const id = z.string().optional();

const element = z.discriminatedUnion("type", [
  z.object({ type: z.literal("markdown"), attributes: z.object({ value: z.string() }) }),
  z.object({
    type: z.enum(["input", "textarea"]),
    id,
    attributes: attributes.extend({
      description: z.string().optional(),
      placeholder: z.string().optional(),
      value: z.string().optional(),
      render: z.string().optional(),
    }),
    validations,
  }),
  z.object({
    type: z.literal("dropdown"),
    id,
    attributes: attributes.extend({
      description: z.string().optional(),
      multiple: z.boolean().default(false),
      options: z.array(z.string()).min(1),
    }),
    validations,
  }),
  z.object({
    type: z.literal("checkboxes"),
    id,
    attributes: attributes.extend({
      description: z.string().optional(),
      options: z.array(z.object({ label: z.string(), required: z.boolean().default(false) })).min(1),
    }),
  }),
]);

const categoryForm = z.object({
  title: z.string().default(""),
  labels: z
    .union([z.array(z.string()), z.string().transform((text) => text.split(",").map((it) => it.trim()))])
    .default([]),
  body: z.array(element).min(1),
});

/** A form for new discussions of a category, as `.github/DISCUSSION_TEMPLATE/<slug>.yml` describes it. */
export type CategoryForm = z.infer<typeof categoryForm>;
export type FormElement = CategoryForm["body"][number];

/**
 * Reads a form; undefined when it is not a valid one, in which case GitHub shows the plain text box.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
export function toCategoryForm(yaml: string): CategoryForm | undefined {
  try {
    return categoryForm.safeParse(load(yaml)).data;
  } catch {
    return undefined; // not YAML
  }
}

/** What a visitor filled in, by the index of the element: lines for lists of choices. */
export type FormAnswers = ReadonlyMap<number, readonly string[]>;

/**
 * The body GitHub makes of a filled form: a heading for each label and the answer below it, `_No response_` where
 * there is none. https://docs.github.com/en/discussions/managing-discussions-for-your-community/creating-discussion-category-forms
 */
export function toBody(form: CategoryForm, answers: FormAnswers): string {
  return form.body
    .flatMap((element, index) =>
      element.type === "markdown"
        ? []
        : [`### ${element.attributes.label}\n\n${answerText(element, answers.get(index) ?? [])}`],
    )
    .join("\n\n");
}

function answerText(element: Exclude<FormElement, { type: "markdown" }>, given: readonly string[]): string {
  switch (element.type) {
    case "checkboxes":
      return element.attributes.options
        .map(({ label }, index) => `- [${given.includes(String(index)) ? "x" : " "}] ${label}`)
        .join("\n");
    case "dropdown":
      return given.filter((choice) => element.attributes.options.includes(choice)).join(", ") || "None";
    case "input":
    case "textarea": {
      const text = given.join("\n").trim();
      if (text === "") return "_No response_";
      const { render } = element.attributes;
      return render === undefined ? text : `\`\`\`${render}\n${text}\n\`\`\``;
    }
  }
}
