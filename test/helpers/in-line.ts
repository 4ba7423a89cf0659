import type { Standing } from "../../src/core/inbox.ts";

/** Where a delivery stands in line, for tests that do not ask about turns and priorities. */
export function inLine(orderKey: string, about: Partial<Standing> = {}): Standing {
  return { orderKey, installation: 1, priority: 1, ...about };
}
