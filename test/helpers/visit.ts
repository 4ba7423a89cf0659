import { minuteMs } from "../../src/core/clock.ts";
import type { Desk } from "./open-desk.ts";

const isTroubled = process.env["FRONTDESK_TROUBLE"] !== undefined;

/**
 * What the app answers whoever asks for something of a public repository. Where requests fail, GitHub may not have told
 * that it is public, and is asked that once in ten minutes: people and programs come again.
 */
export async function visit(desk: Desk, address: string): Promise<Response> {
  const response = await fetch(address);
  if (!isTroubled || response.status !== 404) return response;
  await desk.advance(10 * minuteMs);
  return fetch(address);
}
