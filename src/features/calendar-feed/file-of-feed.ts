import { toCalendar } from "../../session-calendar/to-calendar.ts";
import { fromPlain, type Feed, type PublishedSession } from "./feed.ts";

/** Name of the file on its branch. */
export const feedFile = "office-hours.ics";

/** The calendar of a repository as a file: what its address and its branch give out, byte for byte. */
export function fileOfFeed(
  repository: { readonly id: number },
  { repository: name, url }: Pick<Feed, "repository" | "url">,
  published: readonly PublishedSession[],
): string {
  const events = published.map(({ session, changedAt, as, ...rest }) => ({
    ...rest,
    publishedAs: as,
    session: fromPlain(session),
    changedAt: new Date(changedAt),
  }));
  return toCalendar(events, {
    name: `Office hours of ${name}`,
    id: `${repository.id}.${new URL(url).host}`,
    discussions: `${url}/discussions`,
  });
}
