import type { Changes, HeldTable, Looker } from './looker'
import type { Secret } from './secrets'
import { ToldFile, type Looks } from './told-file'
import { plus } from './marks'

/** Changes of reports that leave everything told as it was up to a table, by its number; `run`: what it does to the table now looked at. */
type Witness = { readonly changes: Changes; verified: number; reading: number; run: number; isOfNew: boolean }

/** Witnesses remembered for each report. */
const MOST_OF_ONE = 24

/** The witnesses that were found, and whether they still are some. */
export class KnownWitnesses {
  readonly #looker: Looker
  readonly #byPerson = new Map<number, Witness[]>()
  #run = 0
  /** A report as it is and as a change makes it. */
  readonly looks: Looks = (change) => [this.#looker.at(change.person), this.#looker.after(change)]

  constructor(looker: Looker) {
    this.#looker = looker
  }

  clear(): void {
    this.#byPerson.clear()
  }

  /** Another table is looked at. */
  begin(): void {
    this.#run += 1
  }

  /**
   * Whether a secret has a witness of everything told, `number` tables in all, and of the new table; those that are not of the new table
   * go into `former`.
   */
  isOpen(
    secret: Secret,
    told: readonly HeldTable[],
    { fresh, number }: { readonly fresh: HeldTable; readonly number: number },
    former: Changes[],
  ): boolean {
    for (const person of secret.members) {
      for (const witness of this.#byPerson.get(person) ?? []) {
        if (!this.#isStill(witness, told, fresh, number) || this.#looker.shift(secret, witness.changes) === 0) continue
        if (witness.isOfNew) return true
        former.push(witness.changes)
      }
    }
    return false
  }

  /** Remembers a witness of everything told, `number` tables in all, and of the new table. */
  remember(changes: Changes, number: number): void {
    const { readings } = this.#looker.people
    const witness = { changes, verified: number, reading: readings, run: this.#run, isOfNew: true }
    for (const { person } of changes)
      this.#byPerson.set(person, [witness, ...(this.#byPerson.get(person) ?? [])].slice(0, MOST_OF_ONE))
  }

  /** Whether changes leave a table as it was told. */
  isSame(table: HeldTable, changes: Changes): boolean {
    let sum = 0
    for (const change of changes) sum = plus(sum, this.#looker.effect(table, change))
    return sum === 0
  }

  /** Whether files allow changes: what is not told exactly has no mark. */
  isAllowed(told: readonly HeldTable[], changes: Changes): boolean {
    return told.every(({ places }) => !(places instanceof ToldFile) || places.allows(changes, this.looks))
  }

  #isStill(witness: Witness, told: readonly HeldTable[], fresh: HeldTable, number: number): boolean {
    if (witness.run === this.#run) return witness.verified === number
    witness.run = this.#run
    witness.isOfNew = false
    const { changes } = witness
    const { people } = this.#looker
    const { since, readings } = people
    const isChanged = changes.some((one) => Math.max(since[one.person] ?? 0, since[one.source] ?? 0) > witness.reading)
    // Whoever changed bears nothing any more for older tables: what others bore with him is looked at anew.
    if (isChanged) witness.verified = 0
    witness.reading = readings
    const isThere = changes.every(
      ({ person, source, attribute }) =>
        people.live[person] === 1 && people.live[source] === 1 && people.valueOf(source, attribute) !== null,
    )
    const isOne =
      isThere &&
      told.every((table) => table.number <= witness.verified || this.isSame(table, changes)) &&
      this.isAllowed(told, changes)
    if (!isOne) {
      for (const { person } of changes) {
        const kept = (this.#byPerson.get(person) ?? []).filter((one) => one !== witness)
        this.#byPerson.set(person, kept)
      }
      witness.verified = -1
      return false
    }
    witness.verified = number
    witness.isOfNew = this.isSame(fresh, changes)
    return true
  }
}
