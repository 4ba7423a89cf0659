/** What a reader of a page meets. `offset` counts UTF-16 units from the start of the page's text. */
export type Piece =
  /**
   * `slugText` is what GitHub makes the anchor from, with its white space, which becomes hyphens. `title` is for
   * people; an image's text stands in where there is no other. A heading in a quote or list starts no section.
   */
  | {
      readonly kind: "heading";
      readonly depth: number;
      readonly slugText: string;
      readonly title: string;
      readonly startsSection: boolean;
      readonly offset: number;
    }
  | { readonly kind: "text" | "code"; readonly text: string; readonly offset: number }
  | { readonly kind: "link"; readonly url: string; readonly offset: number };
