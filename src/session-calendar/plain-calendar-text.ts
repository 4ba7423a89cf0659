import { withoutUnwanted } from "../text/unwanted.ts";

/** What would begin a tag, a comment or a declaration of HTML. */
const tags = /<(?=[a-z/!?])/giu;

/**
 * Text of people, in one line as it was written: Markdown stays what it is, for no calendar renders it. Google Calendar
 * renders HTML in descriptions (https://github.com/Etar-Group/Etar-Calendar/issues/308), so a space of no width keeps tags
 * from being any. Control characters have no place in a file (https://www.rfc-editor.org/rfc/rfc5545#section-3.1), nor
 * have those that turn the direction of text.
 */
export function plainCalendarText(text: string): string {
  return withoutUnwanted(text).replaceAll(/\s+/gu, " ").trim().replaceAll(tags, "<\u200B");
}

/**
 * The address in plain ASCII, without the characters that lists of iCalendar are made of: the value of URL is no text
 * and is not escaped (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.13). Undefined for what is no web address.
 */
export function calendarUrl(address: string): string | undefined {
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href.replaceAll(/[,;\\]/gu, (it) => encodeURIComponent(it));
}
