/** The account that the app writes by. */
export interface OwnAccount {
  /** Name of the app in addresses. Its account is `slug[bot]` in REST; in GraphQL it was seen with and without `[bot]`. */
  readonly slug: string;
  /** The account's number, which outlives a new name; undefined where GitHub does not tell. */
  readonly id: number | undefined;
}

/** What GraphQL tells of who wrote a text. */
export interface Written {
  readonly viewerDidAuthor: boolean;
  readonly author: { readonly __typename: string; readonly login: string; readonly databaseId?: number | null } | null;
}

/** Whether we wrote a text. */
export type IsOurs = (text: Written) => boolean;

/**
 * By two signs, since everything that is written only once hangs on it. GitHub documents `viewerDidAuthor`, but nothing
 * public shows what it is for the token of an installation; so an author who is our own bot counts as well. Nobody else
 * can be a bot of this name: it is unique among apps, and people with the same login are no bots.
 */
export function isOursBy(own: OwnAccount | undefined): IsOurs {
  return ({ viewerDidAuthor, author }) => {
    if (viewerDidAuthor) return true;
    if (own === undefined || author?.__typename !== "Bot") return false;
    return bareLogin(author.login) === bareLogin(own.slug) || (own.id !== undefined && author.databaseId === own.id);
  };
}

/** A login without `[bot]`, in small letters: GitHub's logins compare without case. */
export function bareLogin(login: string): string {
  return login.replace(/\[bot\]$/u, "").toLowerCase();
}
