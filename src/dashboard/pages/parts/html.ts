import type { RenderedPage } from "../../page.ts";

/** A piece of a page. What is put into `html` is escaped, unless it is one of these itself. */
export type Html = RenderedPage["body"];
