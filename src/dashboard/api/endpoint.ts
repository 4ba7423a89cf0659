import { z } from "zod";
import type { Audience, PageContext } from "../page.ts";

/**
 * A question about a repository that programs ask. Endpoints are declared as pages are, and have the same audiences: the
 * router asks who may see one before it is answered, and the OpenAPI description is made of them.
 */
export interface ApiEndpoint<Reading = never> {
  /** Under `/api/v1/repositories/{owner}/{name}`, with names in braces: `/threads/{number}`. */
  readonly path: string;
  readonly audience: Audience;
  /** Names it in clients that are made of the description. */
  readonly operation: string;
  /** What it answers, in one sentence. */
  readonly summary: string;
  /** What stands in its own path, with a description each. */
  readonly params?: Readonly<Record<string, z.ZodType<string>>>;
  /** Its parameters: texts, each with a description. All may be missing. */
  readonly query: Readonly<Record<string, z.ZodType<string | undefined>>>;
  readonly answer: z.ZodType;
  /** How many ordinary requests it costs; 1 where missing. */
  readonly cost?: number;
  /** As JSON. Undefined where there is no such thing: 404. Rejects with a `UserError` for a query that makes no sense: 400. */
  read(context: PageContext<Reading>): Promise<object | undefined>;
}

/** Keeps the types of what is read and what is answered together. */
export function endpoint<Answer extends object, Reading>(
  it: Omit<ApiEndpoint<Reading>, "answer" | "read"> & {
    readonly answer: z.ZodType<Answer>;
    read(context: PageContext<Reading>): Promise<Answer | undefined>;
  },
): ApiEndpoint<Reading> {
  return it;
}

/** A parameter that may be left out. */
export function optional(description: string, example?: string): z.ZodOptional<z.ZodString> {
  const text = z.string().max(1000);
  return (example === undefined ? text.describe(description) : text.meta({ description, example })).optional();
}

/** A parameter that is one of these words. */
export function word(words: readonly string[], description: string): z.ZodType<string | undefined> {
  return z
    .enum(words as [string, ...string[]])
    .describe(description)
    .optional();
}
