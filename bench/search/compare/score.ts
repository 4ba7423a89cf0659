/** How well documents were found for some questions, by page: sections of one page count as one. */
export interface Quality {
  /** Questions that were asked and have a known answer. */
  readonly questions: number;
  /** Share of them with a right page among the first three. */
  readonly hitAt3: number;
  /** Mean over them of 1 / rank of the first right page; 0 where it is beyond the tenth. */
  readonly mrr: number;
}

export interface Answered {
  /** Best first. */
  readonly found: readonly string[];
  readonly right: ReadonlySet<string>;
}

/** Scores answers; those without anything right to find are left out. */
export function scoreAnswers(answered: readonly Answered[]): Quality {
  const ranks = answered.filter(({ right }) => right.size > 0).map(rankOfRight);
  const share = (worth: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + worth(rank), 0) / Math.max(1, ranks.length);
  return {
    questions: ranks.length,
    hitAt3: share((rank) => (rank <= 3 ? 1 : 0)),
    mrr: share((rank) => (rank <= 10 ? 1 / rank : 0)),
  };
}

/** From 1; infinite where nothing right was found. */
function rankOfRight({ found, right }: Answered): number {
  const rightPages = new Set([...right].map(pageOf));
  const place = [...new Set(found.map(pageOf))].findIndex((page) => rightPages.has(page));
  return place < 0 ? Infinity : place + 1;
}

/** Ids of sections are `page#section`. */
function pageOf(id: string): string {
  return id.replace(/#.*$/su, "");
}
