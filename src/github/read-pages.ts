import { present } from "./discussions/to-discussion.ts";

/** A connection's page, as GraphQL answers. */
interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (Node | null)[] | null;
}

/** All nodes of a connection, page after page; `ask` gets the cursor of the page wanted. A missing page is the end. */
export async function readPages<Node>(
  ask: (page: { readonly after?: string }) => Promise<Page<Node> | null | undefined>,
): Promise<Node[]> {
  const found: Node[] = [];
  for (let after: string | null | undefined, isFirst = true; isFirst || after; isFirst = false) {
    const page = await ask(after ? { after } : {});
    found.push(...present(page?.nodes));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  }
  return found;
}
