/**
 * What we know and did about the end of a thread. Plain data: it travels inside plans. Times are ISO 8601 in UTC. A part
 * that is missing was not done.
 */
export interface ThreadResolution {
  /** Of the discussion. */
  readonly number: number;
  readonly silence?: Silence;
  readonly proposal?: Proposal;
  /** We closed it then, and nobody has opened it since. */
  readonly closing?: { readonly at: string };
}

/** One time in which the asker has the next word. */
export interface Silence {
  /** The asker's last word before it: node id of a comment, or of the discussion. */
  readonly after: string;
  readonly remindedAt: string;
  /** Not before this is it closed, as the reminder promised; missing where it promised to close nothing. */
  readonly closesAt?: string;
  /** The asker has written since the reminder, or it was closed and opened again: it is not closed any more. */
  readonly isSpent?: true;
}

/** A comment that was proposed to the asker for marking: once in a thread. */
export interface Proposal {
  /** Node id. */
  readonly comment: string;
  readonly at: string;
  /** Whether it stands in our comment. */
  readonly isOpen: boolean;
  /** Whether people were told of it: an edit of a comment tells nobody (isaacs/github#310). */
  readonly wasTold: boolean;
  /** Of the discussion, for lists. */
  readonly title: string;
  readonly url: string;
}
