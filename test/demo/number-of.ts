import { graphql } from "@octokit/graphql";
import { z } from "zod";
import type { DemoProcess } from "./demo-process.ts";

const page = z.object({
  nodes: z.array(z.object({ number: z.number(), title: z.string() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
const answer = z.object({ repository: z.object({ found: page }) });

/** The number of what has this title in a demo: its numbers depend on when things happened. */
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
  for (let after: string | null = null; ;) {
    const { found }: z.infer<typeof answer>["repository"] = answer.parse(
      await ask(query, { owner, name, after }),
    ).repository;
    const there = found.nodes.find((it) => it.title === title);
    if (there !== undefined) return there.number;
    if (!found.pageInfo.hasNextPage) throw new Error(`the demo has none of its ${kind} called "${title}"`);
    after = found.pageInfo.endCursor;
  }
}
