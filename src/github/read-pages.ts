import { present } from "./discussions/to-discussion.ts";

/** A connection's page, as GraphQL answers. */
interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (Node | null)[] | null;
}

/** All nodes of a connection, page after page; `ask` gets the cursor of the page wanted. A missing page is the end. */
export async function readPages<Node>(ask: AskForPage<Node>): Promise<Node[]> {
  return (await readSomePages(ask, Infinity)).nodes;
}

/** The same, of the first `maxPages`; `isAll` tells whether there were no more. */
export async function readSomePages<Node>(
  ask: AskForPage<Node>,
  maxPages: number,
): Promise<{ readonly nodes: Node[]; readonly isAll: boolean }> {
  const nodes: Node[] = [];
  let after: string | null | undefined;
  for (let count = 0; count < maxPages; count++) {
    const page = await ask(after ? { after } : {});
    nodes.push(...present(page?.nodes));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    if (!after) return { nodes, isAll: true };
  }
  return { nodes, isAll: false };
}

type AskForPage<Node> = (page: { readonly after?: string }) => Promise<Page<Node> | null | undefined>;
