import type { HtmlEscapedString } from "hono/utils/html";

/** A piece of a page, as hono's `html` makes it: everything put into it is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
