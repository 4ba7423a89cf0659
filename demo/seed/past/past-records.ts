import { RecordStore } from "../../../src/storage/record-store.ts";

/** The app's own records, in which the repository stands only when the app itself has read it, after the past. */
export class PastRecords extends RecordStore {
  override async isServed(): Promise<boolean> {
    return true;
  }
}
