import type { Booking } from "../../../core/booking.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { FeatureRequest, IssueLink, RequestState, StoredRequest } from "../feature-request.ts";
import type { Reads } from "../../../core/reads.ts";

/** A stored request, and where it was made. */
export interface ListedRequest extends StoredRequest {
  readonly repository: RepositoryRef;
}

/** Stored feature requests, for reading. */
export interface RequestReads {
  /** By the discussion's number. */
  findRequest(repository: RepositoryRef, number: number): Promise<StoredRequest | undefined>;
  /** Numbers of the requests that this issue tracks; mostly one. */
  requestsOfIssue(repository: RepositoryRef, issue: number): Promise<readonly number[]>;
  /** Of repositories that are served, oldest first. */
  requests(wanted: {
    /** All repositories where missing. */
    readonly repository?: RepositoryRef;
    /** All states where missing. */
    readonly states?: readonly RequestState[];
    readonly limit: number;
  }): Promise<readonly ListedRequest[]>;
}

/** The same for writing. `keepRequest` leaves votes and issue as they are. */
export interface RequestRecords extends RequestReads {
  keepRequest(repository: RepositoryRef, request: FeatureRequest): Promise<void>;
  /** Keeps it where none is kept under its number. False where another is: what was read before it must not undo it. */
  addRequest(repository: RepositoryRef, request: FeatureRequest): Promise<boolean>;
  /** Of a request that is not kept there is nothing to count or link: both then do nothing. */
  keepVotes(repository: RepositoryRef, number: number, votes: number): Promise<void>;
  linkIssue(repository: RepositoryRef, number: number, issue: IssueLink): Promise<void>;
  /** One more thing that its issue should have and has not; the same twice is once. */
  addNotSet(repository: RepositoryRef, number: number, what: string): Promise<void>;
  forgetRequest(repository: RepositoryRef, number: number): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}

/** What feature requests read: beside what every feature may, their own records, and the sessions in which they are talked about. */
export interface ReadsWithRequests extends Reads {
  readonly requests: RequestReads;
  readonly bookings: {
    /** The latest booking of a session for a thread, by the discussion's number. */
    findBooking(repository: RepositoryRef, number: number): Promise<Booking | undefined>;
  };
}
