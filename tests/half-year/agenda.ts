/** What is planned, by its moment. */

export interface Item {
  /** Epoch milliseconds. */
  at: number;
  /** Items of the same lane happen one after the other. */
  lane: string;
  run: () => Promise<void>;
}

export class Agenda {
  private items: Item[] = [];
  private sorted = true;

  add(item: Item): void {
    this.items.push(item);
    this.sorted = false;
  }

  /** The first moment, if there is any. */
  next(): number | undefined {
    this.sort();
    return this.items[0]?.at;
  }

  /** Takes all up to a moment, in their order. */
  take(until: number): Item[] {
    this.sort();
    const end = this.items.findIndex(({ at }) => at > until);
    return this.items.splice(0, end < 0 ? this.items.length : end);
  }

  private sort(): void {
    if (!this.sorted) this.items.sort((a, b) => a.at - b.at);
    this.sorted = true;
  }
}

/** Runs items lane by lane, so many lanes at a time. */
export async function inLanes(items: readonly Item[], width = 12): Promise<void> {
  const byLane = new Map<string, Item[]>();
  for (const item of items) byLane.set(item.lane, [...(byLane.get(item.lane) ?? []), item]);
  const lanes = [...byLane.values()];
  const worker = async () => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) for (const { run } of lane) await run();
  };
  await Promise.all(Array.from({ length: Math.min(width, lanes.length) }, worker));
}
