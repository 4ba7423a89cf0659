import type { Clock } from "../core/clock.ts";
import type { FoundNaming, NamingDeliveries, NamingRows } from "../core/forgotten-people.ts";

/** What is needed to forget somebody. */
interface PersonForgettingDeps {
  readonly people: {
    rememberForgotten(login: string, at: Date): Promise<void>;
    forgetRows(login: string, isDry: boolean): Promise<readonly NamingRows[]>;
  };
  readonly inbox: {
    forgetPerson(login: string, options: { readonly isDry: boolean; readonly at: Date }): Promise<NamingDeliveries>;
  };
  /** Leaves nothing of what was deleted in the files of the database, as far as that goes. */
  readonly reclaim: () => Promise<void>;
}

/** How often what others write meanwhile is looked for again. */
const maxLooks = 5;

/** Forgets people, in all tables. Others may be at work on the database: what they write meanwhile is found by another look. */
export class PersonForgetting {
  readonly #deps: PersonForgettingDeps;
  readonly #clock: Clock;

  constructor(deps: PersonForgettingDeps, clock: Clock) {
    this.#deps = deps;
    this.#clock = clock;
  }

  /** What names them. Changes nothing. */
  async look(login: string): Promise<FoundNaming> {
    return this.#pass(login, true);
  }

  /**
   * Forgets them, and answers what named them. What is `unfinished` among the deliveries is handled first and forgotten
   * then; it may write their name once more, so that whoever finds any should look again.
   */
  async forget(login: string): Promise<FoundNaming> {
    // First of all: what is read from now on does not bring them back.
    await this.#deps.people.rememberForgotten(login, this.#clock());
    let found = await this.#pass(login, false);
    for (let looks = 1; looks < maxLooks; looks++) {
      const more = await this.#pass(login, false);
      if (more.tables.length === 0 && more.deliveries.ended === 0) break;
      found = join(found, more);
    }
    await this.#deps.reclaim();
    return found;
  }

  async #pass(login: string, isDry: boolean): Promise<FoundNaming> {
    // Deliveries first: their plans say what is still to be written.
    const deliveries = await this.#deps.inbox.forgetPerson(login, { isDry, at: this.#clock() });
    return { deliveries, tables: await this.#deps.people.forgetRows(login, isDry) };
  }
}

function join(one: FoundNaming, other: FoundNaming): FoundNaming {
  const tables = new Map(one.tables.map(({ table, rows }) => [table, rows]));
  for (const { table, rows } of other.tables) tables.set(table, (tables.get(table) ?? 0) + rows);
  return {
    tables: [...tables].map(([table, rows]) => ({ table, rows })),
    deliveries: { ended: one.deliveries.ended + other.deliveries.ended, unfinished: other.deliveries.unfinished },
  };
}
