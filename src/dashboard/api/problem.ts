import type { Context } from "hono";
import { z } from "zod";

/** What is answered instead of what was asked for: RFC 9457, https://www.rfc-editor.org/rfc/rfc9457 */
export const problemSchema = z
  .strictObject({
    type: z.literal("about:blank").describe("The status says what kind it is."),
    status: z.int().describe("The HTTP status."),
    title: z.string().describe("What happened, in few words; the same each time."),
    detail: z.string().optional().describe("What is wrong with this request, and what to write instead."),
  })
  .describe("A problem as RFC 9457 has it.");
export type Problem = z.infer<typeof problemSchema>;

export const problemType = "application/problem+json";

/** Whether a request is answered in JSON whatever comes of it. */
export function isApi({ path }: { readonly path: string }): boolean {
  return path.startsWith("/api/");
}

export function problem(c: Context, status: number, title: string, detail?: string): Response {
  const body: Problem = { type: "about:blank", status, title, ...(detail !== undefined && { detail }) };
  c.header("Content-Type", problemType);
  return c.body(JSON.stringify(body), status as 400);
}
