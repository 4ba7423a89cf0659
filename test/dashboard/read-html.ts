import { parseHTML } from "linkedom";

/** As much of an element as tests look at: the whole DOM's types would be everywhere. */
export interface HtmlElement {
  readonly textContent: string | null;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

/** A page as a browser reads it. */
export function readHtml(text: string): HtmlElement {
  // What it returns is declared by the types of a browser, which this project does not load.
  const { document }: { readonly document?: unknown } = parseHTML(text);
  return document as HtmlElement;
}
