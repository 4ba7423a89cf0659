import { mustHaveArray, mustHaveParts, type Parts } from "../snapshot/parts.ts";
import { NumberLists } from "./number-lists.ts";
import { TextIds } from "./text-ids.ts";

/** Which documents are replaced and dropped together: the sections of a page, say. */
export class Groups {
  /** Numbers the groups' names. */
  #ids = new TextIds();
  /** By group: the slots in it. */
  #members = new NumberLists();
  /** By slot: the number of its group. */
  #bySlot = new Uint32Array(1 << 6);

  add(slot: number, group: string): void {
    const id = this.#ids.idOf(group);
    this.#members.insert(id, slot);
    if (slot >= this.#bySlot.length) {
      this.#bySlot = new Uint32Array(this.#bySlot.buffer.transfer(4 * Math.ceil((slot + 1) * 1.25)));
    }
    this.#bySlot[slot] = id;
  }

  remove(slot: number): void {
    this.#members.remove(this.of(slot), slot, slot + 1);
  }

  /** The number of a document's group. */
  of(slot: number): number {
    return this.#bySlot[slot] ?? 0;
  }

  /** The slots of a group by its name, ascending. */
  membersOf(group: string): number[] {
    const id = this.#ids.find(group);
    return id === undefined ? [] : [...this.#members.of(id)];
  }

  toParts(): Parts {
    return { ids: this.#ids.toParts(), members: this.#members.toParts(), bySlot: this.#bySlot };
  }

  static fromParts(parts: Parts): Groups {
    const groups = new Groups();
    groups.#ids = TextIds.fromParts(mustHaveParts(parts, "ids"));
    groups.#members = NumberLists.fromParts(mustHaveParts(parts, "members"));
    groups.#bySlot = mustHaveArray(parts, "bySlot", Uint32Array).slice();
    return groups;
  }
}
