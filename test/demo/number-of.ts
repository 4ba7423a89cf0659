import { graphql } from "@octokit/graphql";
import { z } from "zod";
import type { DemoProcess } from "./demo-process.ts";

const page = z.object({
  nodes: z.array(z.object({ number: z.number(), title: z.string() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
const answer = z.object({ repository: z.object({ found: page }) });

/** The number of what has this title in a demo: its numbers depend on the day. Rejects unless there is exactly one. */
export async function numberOf(
  { github, repository, tokens }: DemoProcess["ready"],
  kind: "discussions" | "issues" | "pullRequests",
  title: string,
): Promise<number> {
  const [owner, name] = repository.split("/");
  const query = `query($owner: String!, $name: String!, $after: String) {
    repository(owner: $owner, name: $name) {
      found: ${kind}(first: 100, after: $after) { nodes { number title } pageInfo { hasNextPage endCursor } }
    }
  }`;
  const ask = graphql.defaults({ baseUrl: github, headers: { authorization: `token ${tokens.maintainer}` } });
  const numbers: number[] = [];
  let after: string | null = null;
  do {
    const { found }: z.infer<typeof answer>["repository"] = answer.parse(
      await ask(query, { owner, name, after }),
    ).repository;
    numbers.push(...found.nodes.filter((it) => it.title === title).map(({ number }) => number));
    after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
  } while (after !== null);
  const [number, ...others] = numbers;
  if (number === undefined || others.length > 0)
    throw new Error(`the demo has ${numbers.length} ${kind} called "${title}"`);
  return number;
}
