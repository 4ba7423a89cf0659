import type { Booking } from "../../core/booking.ts";
import type { Promotion } from "../../features/faq/promotion/promotion.ts";
import { allVotes, type StoredRequest } from "../../features/feature-requests/feature-request.ts";
import { stateDescriptions } from "../../features/feature-requests/states/describe-states.ts";
import type { ThreadResolution } from "../../features/resolution/thread-resolution.ts";
import type { ThreadView } from "./gather-thread.ts";

/** A piece of what is told: words, a time, something on GitHub, or another thread of the repository. */
export type FactPiece =
  string | Date | { readonly url: string; readonly text: string } | { readonly thread: number; readonly text: string };

/** A term and what is told of it. */
export type Fact = readonly [term: string, ...pieces: readonly FactPiece[]];

/** What came, or is to come, of a thread. */
export interface Outcome {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A decision, a session, an entry of the FAQ, an end: what there is of it, for pages and for the command line. */
export function outcomesOf({ request, booking, promotion, resolution }: ThreadView): readonly Outcome[] {
  return [
    ...(request ? [{ title: "Feature request", facts: requestFacts(request) }] : []),
    ...(booking ? [{ title: "Session", facts: bookingFacts(booking) }] : []),
    ...(promotion ? [{ title: "Promotion to the FAQ", facts: promotionFacts(promotion) }] : []),
    ...(resolution ? [{ title: "End of the discussion", facts: resolutionFacts(resolution) }] : []),
  ].filter(({ facts }) => facts.length > 0);
}

function requestFacts(stored: StoredRequest): readonly Fact[] {
  const { request, issue } = stored;
  const { state, since, decision, meeting, duplicateOf } = request;
  const { means, waitsOn } = stateDescriptions[state];
  return [
    ["State", `${state}: ${means}, since `, new Date(since)],
    ["Waits on", waitsOn ?? "nobody"],
    ["Votes", String(allVotes(stored))],
    ...(issue ? [["Issue", { url: issue.url, text: `#${issue.number}` }] as const] : []),
    ...(meeting ? [["Meeting", meeting.when] as const] : []),
    ...(decision ? [["Decision", `${decision.is} by ${decision.by}, `, new Date(decision.at)] as const] : []),
    ...(decision?.reason === undefined ? [] : [["Reason", decision.reason] as const]),
    ...(duplicateOf
      ? [["Duplicate of", { thread: duplicateOf.number, text: `#${duplicateOf.number} ${duplicateOf.title}` }] as const]
      : []),
    ...Object.entries(request.answers),
  ];
}

function bookingFacts({ sessionTitle, start, hosts, state, cancelled, outcome, ...booking }: Booking): readonly Fact[] {
  return [
    ["Session", sessionTitle],
    ["When", new Date(start)],
    ["Hosts", hosts.join(", ") || "nobody named"],
    ["For", booking.for ?? "somebody whose account is gone"],
    ["State", cancelled === undefined ? state : `${state}: ${cancelled}`],
    ...(outcome
      ? [
          [
            "Outcome",
            `by ${outcome.by}, `,
            new Date(outcome.at),
            ": ",
            { url: outcome.url, text: "read it on GitHub" },
          ] as const,
        ]
      : []),
  ];
}

function promotionFacts({ state, question, file, change, by, answerer, redacted }: Promotion): readonly Fact[] {
  return [
    ["State", state],
    ["Question", question],
    ["File", file],
    ["Change", change],
    ["Asked for by", by],
    ...(answerer === undefined ? [] : [["Answered by", answerer] as const]),
    ...(redacted.length === 0 ? [] : [["Taken out", redacted.join(", ")] as const]),
  ];
}

function resolutionFacts({ silence, proposal, closing }: ThreadResolution): readonly Fact[] {
  return [
    ...(proposal ? [["Answer proposed", new Date(proposal.at), proposal.isOpen ? ", open" : ""] as const] : []),
    ...(silence ? [["Asker reminded", new Date(silence.remindedAt)] as const] : []),
    ...(silence?.closesAt === undefined ? [] : [["Closes", new Date(silence.closesAt)] as const]),
    ...(closing ? [["Closed by us", new Date(closing.at)] as const] : []),
  ];
}
