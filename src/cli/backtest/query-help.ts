import { PastDiscussions } from "../../github/generated/documents.ts";

/** The query that makes an export. The lines before it are comments of GraphQL, so that all of it may be sent. */
export function queryHelp(): string {
  return `# Save this as export.graphql, then:
#   gh api graphql --paginate -F query=@export.graphql -F owner=OWNER -F name=REPO > export.json
#   (with -F pageSize=5 where GitHub answers 502)
#   frontdesk backtest --from-export export.json --docs path/to/checkout
${PastDiscussions.text}
`;
}
