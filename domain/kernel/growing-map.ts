/**
 * A map that is continued without being copied: the one before stays as it was, and what both have in common is
 * shared. The order is that of a Map. Made for states that grow by one entry an event, since copying a map of
 * thousands for each of them is most of the work of recording it.
 */
export class GrowingMap<Key, Value> implements ReadonlyMap<Key, Value> {
  /** Never changed once it is here; others may share it. */
  #common: ReadonlyMap<Key, Value>;
  #own: Map<Key, Value>;
  #added: number;

  constructor(common: ReadonlyMap<Key, Value> = new Map(), own = new Map<Key, Value>(), added = 0) {
    this.#common = common;
    this.#own = own;
    this.#added = added;
  }

  static continued<Key, Value>(before: ReadonlyMap<Key, Value>): GrowingMap<Key, Value> {
    if (!(before instanceof GrowingMap)) return new GrowingMap(new Map(before));
    const { common, own, added } = (before as GrowingMap<Key, Value>).#shareable();
    return new GrowingMap(common, new Map(own), added);
  }

  get size(): number {
    return this.#common.size + this.#added;
  }

  has(key: Key): boolean {
    return this.#own.has(key) || this.#common.has(key);
  }

  get(key: Key): Value | undefined {
    return this.#own.has(key) ? this.#own.get(key) : this.#common.get(key);
  }

  set(key: Key, value: Value): this {
    if (!this.has(key)) this.#added++;
    this.#own.set(key, value);
    return this;
  }

  delete(key: Key): boolean {
    if (!this.has(key)) return false;
    const rest = new Map(this.#whole());
    rest.delete(key);
    this.#common = rest;
    return true;
  }

  entries(): MapIterator<[Key, Value]> {
    return this.#whole().entries();
  }

  keys(): MapIterator<Key> {
    return this.#whole().keys();
  }

  values(): MapIterator<Value> {
    return this.#whole().values();
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(work: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.#whole()) work(value, key, this);
  }

  /** All of it in one map, which whoever continues this one will share. */
  #whole(): ReadonlyMap<Key, Value> {
    if (this.#own.size === 0) return this.#common;
    const whole = new Map(this.#common);
    for (const [key, value] of this.#own) whole.set(key, value);
    this.#common = whole;
    this.#own = new Map();
    this.#added = 0;
    return whole;
  }

  /** What is its own is copied at each continuation: when that is more than a little, it becomes common first. */
  #shareable() {
    if (this.#own.size > 64) this.#whole();
    return { common: this.#common, own: this.#own, added: this.#added };
  }
}
