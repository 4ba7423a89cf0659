import type { Figures, Hours, Share, ResponseTimes } from "../measures/measure.ts";

/** One figure as people read it. */
export interface FigureRow {
  readonly name: string;
  /** With its unit; `–` where there was nothing to measure. */
  readonly value: string;
  /** What it was measured on, and how sure it is. */
  readonly basis: string;
  readonly definition: string;
}

/** The figures of one threshold, the most important first. */
export function figureRows(figures: Figures): FigureRow[] {
  return [
    share(
      "Precision at 1",
      figures.precisionAt1,
      "posts",
      "of the posts that can be judged, those whose first link leads to what answered: the page or thread that people linked, or an earlier thread whose answer links to it",
    ),
    share(
      "Precision at 3",
      figures.precisionAt3,
      "posts",
      "of the posts that can be judged, those in which any of up to three links does",
    ),
    share(
      "Exact at 3",
      figures.exactAt3,
      "posts",
      "the same, counting only the very section or thread; of posts where people named one",
    ),
    share("Silence rate", figures.silenceRate, "questions", "questions on which nothing would have been posted"),
    share(
      "Answers found",
      figures.answersFound,
      "questions",
      "of the questions whose answer was known then, those that would have got it",
    ),
    share(
      "Spoke without an answer",
      figures.spokeWithoutAnswer,
      "questions",
      "of the questions whose answer was not known yet, those that would have got a post nevertheless",
    ),
    share(
      "Unanswered served",
      figures.unansweredServed,
      "questions",
      "of the questions to which nobody ever responded, those that would have got something",
    ),
    share(
      "Deflection, known",
      figures.deflectionKnown,
      "questions",
      "of all questions, those that would have got a link that people proved right: a lower bound",
    ),
    {
      name: "Deflection, estimated",
      value: percent(figures.deflectionEstimate),
      basis: `${figures.silenceRate.n} questions`,
      definition:
        "answer rate × precision at 3: what it would be if posts that cannot be judged help as often as those that can. An estimate of links that answer, not of people who read them",
    },
    hours(
      "Time saved, median",
      figures.timeSaved,
      "hours from a question to the first response by a person other than its asker, over the helpful posts; by the calendar",
    ),
  ];
}

/** How long people waited without Frontdesk. */
export function responseTimeRows({ firstResponse, answer, unanswered }: ResponseTimes): FigureRow[] {
  return [
    hours(
      "Time to first response, median",
      firstResponse,
      "from the question to the first comment or reply by a person other than its asker; by the calendar",
    ),
    hours("Time to answer, median", answer, "from the question to when a person's answer was marked; by the calendar"),
    share("Without response", unanswered, "questions", "questions to which nobody has responded to this day"),
  ];
}

function share(name: string, { value, hits, n, low, high }: Share, of: string, definition: string): FigureRow {
  const range = value === null ? "" : `, most likely ${percent(low)} to ${percent(high)}`;
  return { name, value: percent(value), basis: `${hits} of ${n} ${of}${range}`, definition };
}

function hours(name: string, { median, p90, n }: Hours, definition: string): FigureRow {
  const rest = p90 === null ? "" : `, p90 ${duration(p90)}`;
  return { name, value: median === null ? "–" : duration(median), basis: `n = ${n}${rest}`, definition };
}

/** A share as people read it. */
export function percent(share: number | null): string {
  if (share === null) return "–";
  return share > 0 && share < 0.005 ? "<1 %" : `${Math.round(share * 100)} %`;
}

/** Hours as people say them: minutes below two hours, days from two days on. */
export function duration(hours: number): string {
  if (hours < 2) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
}
