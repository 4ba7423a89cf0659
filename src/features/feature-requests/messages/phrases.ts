import type { ObservedIssue, ObservedMilestone, RequestQuestion } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { quote as quoteText } from "../../../text/quote.ts";

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** `15 December 2026`. */
export function dayInWords(day: string): string {
  return days.format(new Date(`${day}T12:00:00Z`));
}

/** `v2.3 (due 15 December 2026)`. */
export function milestoneInWords({ title, due }: ObservedMilestone): string {
  return inlineText(title, 80) + (due === undefined ? "" : ` (due ${dayInWords(due)})`);
}

/** A link to an issue of this repository, by its number; GitHub shows its title on it. */
export function issueLink(number: number, url: string): string {
  return `[issue ${number}](<${url}>)`;
}

/** What became of an issue, to be read after its name; empty while it is worked on. */
export function issueInWords({ state, movedTo, isHidden }: ObservedIssue): string {
  if (isHidden) {
    return ", which was transferred to where not everybody who reads this can follow, so I tell no more of it. `/accept` makes a new one";
  }
  const place = movedTo === undefined ? "" : `, and is now at [another place](<${movedTo}>)`;
  switch (state) {
    case "open":
      return movedTo === undefined ? "" : ` (it was transferred${place})`;
    case "completed":
      return ` (done${place})`;
    case "duplicate":
      return ` (closed as a duplicate${place})`;
    case "not-planned":
      return ` (closed as not planned${place})`;
    case "lost":
      return movedTo === undefined
        ? ", which was deleted or moved out of my sight. `/accept` makes a new one"
        : `, which was converted and is now [a discussion](<${movedTo}>)`;
  }
}

/** "1 vote", "12 votes". */
export function votesInWords(votes: number): string {
  return votes === 1 ? "1 vote" : `${votes} votes`;
}

/** The three questions, as people read them in our comment, in issues and in the example of a category form. */
export const questionTexts: Readonly<Record<RequestQuestion, string>> = {
  why: "Why is it needed?",
  outcome: "What outcome is wanted?",
  urgency: "How urgent is it?",
};

/** Quoted of a text, in UTF-16 units: an issue with all of its parts stays far below GitHub's 65,536. */
const maxQuoteLength = 2_000;

/** What a person wrote, as a block quote that notifies nobody. */
export function quote(text: string): string {
  return quoteText(text, maxQuoteLength);
}
