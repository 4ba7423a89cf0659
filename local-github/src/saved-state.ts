import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { World } from "./world/world.ts";
import type { WorldOptions } from "./world/world.ts";

/** How long changes are gathered before they are written. */
const quietMs = 300;

/** Keeps a world in a file, so that a restart continues where the last one stopped. */
export class SavedState {
  readonly #file: string;
  #world: World | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#file = join(folder, "world.bin");
  }

  /** The world of last time; undefined when there is none. */
  async load(options: WorldOptions): Promise<World | undefined> {
    try {
      return World.load(await readFile(this.#file), options);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    }
  }

  /** From now on, `changed` writes this world. */
  keep(world: World): void {
    this.#world = world;
  }

  /** Write soon; many changes at once are one write. */
  changed(): void {
    if (this.#timer !== undefined || this.#world === undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // A failed write shows at the next one, or at the latest when the server is closed.
      this.save().catch(() => {});
    }, quietMs);
    this.#timer.unref();
  }

  /** Write now. The file is replaced as a whole: a crash leaves the old one or the new one. */
  async save(): Promise<void> {
    const write = async (): Promise<void> => {
      if (this.#world === undefined) return;
      await mkdir(dirname(this.#file), { recursive: true });
      const temporary = `${this.#file}.new`;
      await writeFile(temporary, this.#world.save(), { flush: true });
      await rename(temporary, this.#file);
    };
    const before = this.#writing.catch(() => {});
    this.#writing = before.then(write);
    return this.#writing;
  }

  /** Write what is left and stop. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.save();
    this.#world = undefined;
  }
}
