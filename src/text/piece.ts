/** What a reader of a page meets. `offset` counts UTF-16 units from the start of the page's text. */
export type Piece =
  | HeadingPiece
  | { readonly kind: "text"; readonly text: string; readonly offset: number; readonly inlineCode?: readonly string[] }
  | { readonly kind: "code"; readonly text: string; readonly offset: number }
  | { readonly kind: "link"; readonly url: string; readonly offset: number };

/**
 * `slugText` is what GitHub makes the anchor from, with its white space, which becomes hyphens. `ownText` is the same
 * without the ids that the author gave the heading. `title` is for people; an image's text stands in where there is no
 * other. A heading in a quote or list starts no section.
 */
export interface HeadingPiece {
  readonly kind: "heading";
  readonly depth: number;
  readonly slugText: string;
  readonly ownText: string;
  readonly title: string;
  /** The heading's own id: `{#id}`, `<h2 id="x">`. */
  readonly id?: string;
  /** Ids of anchors in the heading, and of those that stand alone before it. */
  readonly others: readonly string[];
  /** Those before it of which a comment says that they are kept for old links. */
  readonly old: readonly string[];
  readonly isHtml: boolean;
  readonly startsSection: boolean;
  readonly offset: number;
}
