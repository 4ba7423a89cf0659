import { parentPort } from "node:worker_threads";
import type { Section } from "../core/knowledge.ts";
import { cutPage } from "./cut-page.ts";

/** What the thread is asked. */
export interface CutRequest {
  readonly id: number;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the thread answers, under the request's id. */
export interface CutAnswer {
  readonly id: number;
  readonly sections: readonly Section[];
}

parentPort?.on("message", ({ id, path, bytes }: CutRequest) => {
  const answer: CutAnswer = { id, sections: cutPage(path, bytes) };
  parentPort?.postMessage(answer, []);
});
