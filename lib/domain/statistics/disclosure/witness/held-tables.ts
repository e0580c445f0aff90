import type { HeldTable } from './looker'
import type { Secret } from './secrets'

/** Keys of files begin so. */
const FILE = 'file '

/** What is told now, by its key, and what was found of each: its numbers of few, and whom it tells least of. */
export class HeldTables {
  readonly #tables = new Map<string, { readonly told: object; readonly held: HeldTable }>()
  readonly #secrets = new Map<string, readonly Secret[]>()
  readonly #loose = new Map<string, readonly number[]>()
  #number = 0

  /** How many have been told; each has a number of its own. */
  get number(): number {
    return this.#number
  }

  /** What is told, but for what is told under a key. */
  others(key: string | null): HeldTable[] {
    return [...this.#tables].flatMap(([one, { held }]) => (one === key ? [] : [held]))
  }

  /** Whether this object is told under a key. */
  isTold(key: string, told: object): boolean {
    return this.#tables.get(key)?.told === told
  }

  /** Tells something under a key, in place of what was told there. */
  tell(key: string, told: object, held: Pick<HeldTable, 'places' | 'reading'>): void {
    const loose = this.#loose.get(key) ?? []
    this.#tables.set(key, { told, held: { ...held, number: ++this.#number, loose } })
  }

  hasFile(key: string): boolean {
    return this.#tables.has(FILE + key)
  }

  tellFile(key: string, told: object, held: Pick<HeldTable, 'places' | 'reading' | 'loose'>): void {
    this.#tables.set(FILE + key, { told, held: { ...held, number: ++this.#number } })
  }

  /** Keeps only the files of these keys. */
  keepFiles(keys: readonly string[]): void {
    for (const key of this.#tables.keys())
      if (key.startsWith(FILE) && !keys.includes(key.slice(FILE.length))) this.#tables.delete(key)
  }

  /** Keeps only the tables of these keys, and files. */
  keepOnly(isKept: (key: string) => boolean): void {
    for (const key of this.#tables.keys()) {
      if (key.startsWith(FILE) || isKept(key)) continue
      this.#tables.delete(key)
      this.#secrets.delete(key)
      this.#loose.delete(key)
    }
  }

  /** Notes what was found of the table of a key. */
  note(key: string, secrets: readonly Secret[], loose?: readonly number[]): void {
    this.#secrets.set(key, secrets)
    if (loose !== undefined) this.#loose.set(key, loose)
  }

  /** Everything that nothing was noted of yet. */
  *unread(): Generator<readonly [key: string, HeldTable]> {
    for (const [key, { held }] of this.#tables) if (!this.#secrets.has(key)) yield [key, held]
  }

  /** The numbers of few of all tables. */
  secrets(): Secret[] {
    return [...this.#secrets.values()].flat()
  }

  /** Forgets everything; numbers go on. */
  clear(): void {
    this.#tables.clear()
    this.#secrets.clear()
    this.#loose.clear()
  }
}
