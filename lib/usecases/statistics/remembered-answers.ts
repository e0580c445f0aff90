import 'server-only'
import type { RawTable } from '@/lib/domain/statistics/raw-table'

type Answer = { readonly tables: RawTable[]; readonly age: () => number }

/** Cells of all answers together; some twenty megabytes. */
const MOST_CELLS = 30_000

/** Answers that were given a moment ago, and questions that are being answered: asked twice, they are answered once. */
export class RememberedAnswers {
  readonly #answers = new Map<string, Answer>()
  readonly #coming = new Map<string, Promise<RawTable[]>>()
  #cells = 0

  /** The answer to the same question, not older than `ms` after the reading it is of. */
  find(key: string, ms: number): RawTable[] | Promise<RawTable[]> | undefined {
    const known = this.#answers.get(key)
    if (known && known.age() <= ms) return known.tables
    if (known) this.#forget(key, known)
    return this.#coming.get(key)
  }

  /** Remembers an answer once it is there. */
  keep(key: string, answering: Promise<Answer>): Promise<RawTable[]> {
    const tables = answering
      .then((answer) => {
        this.#answers.set(key, answer)
        this.#cells += sizeOf(answer)
        for (const [oldKey, old] of this.#answers) if (this.#cells > MOST_CELLS) this.#forget(oldKey, old)
        return answer.tables
      })
      .finally(() => this.#coming.delete(key))
    this.#coming.set(key, tables)
    return tables
  }

  #forget(key: string, answer: Answer): void {
    this.#answers.delete(key)
    this.#cells -= sizeOf(answer)
  }
}

function sizeOf({ tables }: Answer): number {
  return tables.reduce((cells, table) => cells + table.cells.length + 1, 0)
}
