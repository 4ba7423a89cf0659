import type { Node, PhrasingContent, RootContent } from "mdast";

/** An element of HTML that is written as JSX. */
export interface JsxElement extends Node {
  readonly type: "jsxElement";
  readonly name: string;
  /** As they are written, with a blank before each. */
  readonly attributes: string;
  /** Whether its tags stand on lines of their own, with blocks between. */
  readonly isFlow: boolean;
  children: (PhrasingContent | RootContent)[];
}

/** Inline Markdown that is written as it is: it is safe in MDX already. */
export interface Verbatim extends Node {
  readonly type: "verbatim";
  readonly value: string;
}

declare module "mdast" {
  interface RootContentMap {
    jsxElement: JsxElement;
    verbatim: Verbatim;
  }
  interface PhrasingContentMap {
    jsxElement: JsxElement;
    verbatim: Verbatim;
  }
}
