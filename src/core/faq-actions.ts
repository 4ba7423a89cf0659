import type { EntryEvidence } from "./faq-store.ts";
import type { RepositoryRef } from "./discussion.ts";
import type { LabelDraft } from "./planning.ts";
import type { Promotion } from "./promotion.ts";
import type { WantedFile } from "./proposal.ts";

/** What a pull request of ours is to be. */
export interface Proposal {
  readonly branch: string;
  /** Name of the default branch. */
  readonly base: string;
  /** Where the branch has to be now; undefined: it must not exist. */
  readonly from: string | undefined;
  /** The commit that the new one is put on. */
  readonly parent: string;
  readonly message: string;
  /** None where the branch holds what it should and only the words of the pull request change. */
  readonly files: readonly WantedFile[];
  readonly title: string;
  /** Our part of the body; what people write around it stays. */
  readonly body: string;
}

/** The changes that the FAQ loop plans. */
export type FaqAction =
  /** Bring a branch of ours and its pull request to what they should be; makes both where they are missing. */
  | { readonly do: "propose"; readonly repository: RepositoryRef; readonly proposal: Proposal }
  /** Close our pull request from a branch, say why in it, and delete the branch where we left it. */
  | {
      readonly do: "withdraw-proposal";
      readonly repository: RepositoryRef;
      readonly branch: string;
      readonly because: string;
    }
  /** Delete a branch of ours whose pull request is through, if it is still where that left it. */
  | {
      readonly do: "delete-branch";
      readonly repository: RepositoryRef;
      readonly branch: string;
      readonly at: string;
    }
  /** What is known of the FAQ's entries, in the place of what was. */
  | {
      readonly do: "keep-evidence";
      readonly repository: RepositoryRef;
      readonly evidence: readonly EntryEvidence[];
    }
  /** These entries (by item id) and no others are not suggested. */
  | { readonly do: "mark-stale"; readonly repository: RepositoryRef; readonly items: readonly string[] }
  /** Bring the one issue in which the FAQ is reviewed to what it should say; `isNews`: open it again if it is closed. */
  | {
      readonly do: "write-review";
      readonly repository: RepositoryRef;
      readonly title: string;
      readonly body: string;
      readonly isNews: boolean;
      readonly listed: readonly string[];
      readonly offered: readonly number[];
    }
  | { readonly do: "keep-promotion"; readonly repository: RepositoryRef; readonly promotion: Promotion }
  /** Put a label on a discussion, or take it off. */
  | {
      readonly do: "label-discussion";
      readonly repository: RepositoryRef;
      readonly number: number;
      readonly discussion: string;
      readonly label: LabelDraft;
      readonly on: boolean;
    };
