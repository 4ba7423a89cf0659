import { z } from "zod";
import { readDate } from "./read-date.ts";

const textError = {
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? "is missing" : "must be text"),
};

const text = z.string(textError);

/** Text that may be left out; JSON's `null` is leaving out. */
const optionalText = text.nullish().transform((it) => it ?? "");

const id = text.min(1, "must not be empty");

const date = text.nullish().transform((it, context) => {
  if (it === undefined || it === null || it.trim() === "") return undefined;
  const read = readDate(it);
  if (read === undefined) context.addIssue(`${JSON.stringify(it.slice(0, 100))} is not a date such as 2024-05-31`);
  return read;
});

/** The kinds of documents, as corpora name them. */
export const documentKinds = ["docs", "faq", "thread"] as const;

export type DocumentKind = (typeof documentKinds)[number];

const notAnObject = "must be a JSON object";

/** A line of `corpus.jsonl`. `context` is a path of headings with ` > ` between them. */
export const documentShape = z.object(
  {
    id,
    kind: z.enum(documentKinds, {
      error: ({ input }) =>
        input === undefined ? "is missing" : `must be one of ${documentKinds.join(", ")}, not ${JSON.stringify(input)}`,
    }),
    title: text,
    context: optionalText,
    body: text,
    answer: optionalText,
    links: z
      .array(text, { error: "must be a list" })
      .nullish()
      .transform((it) => it ?? []),
    date,
    url: optionalText,
  },
  { error: notAnObject },
);

/** A line of `queries.jsonl`. */
export const queryShape = z.object(
  { id, title: text, body: optionalText, date, split: text.nullish().transform((it) => it ?? "test") },
  { error: notAnObject },
);
