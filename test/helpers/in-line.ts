import type { QueuePosition } from "../../src/core/inbox.ts";

/** Where a delivery stands in line, for tests that do not ask about turns and priorities. */
export function inLine(orderKey: string, about: Partial<QueuePosition> = {}): QueuePosition {
  return { orderKey, installation: 1, priority: 1, ...about };
}
