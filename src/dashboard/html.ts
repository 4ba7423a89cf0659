import type { HtmlEscapedString } from "hono/utils/html";

/** A piece of a page. What is put into `html` is escaped, unless it is one of these itself. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
