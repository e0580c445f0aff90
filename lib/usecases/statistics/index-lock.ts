import 'server-only'
/** Many may read at once, one writes alone; who wants to write goes before those who come later to read. */
export class IndexLock {
  #readers = 0
  #isWriting = false
  readonly #waiting: { readonly isWriter: boolean; readonly go: () => void }[] = []

  /** Runs `work` while nobody writes. */
  async read<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter(false)
    try {
      return await work()
    } finally {
      this.#readers -= 1
      this.#next()
    }
  }

  /** Runs `work` while nobody reads. */
  async write<T>(work: () => T): Promise<T> {
    await this.#enter(true)
    try {
      return work()
    } finally {
      this.#isWriting = false
      this.#next()
    }
  }

  #enter(isWriter: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ isWriter, go: resolve })
      this.#next()
    })
  }

  #next(): void {
    for (;;) {
      const [first] = this.#waiting
      if (!first || this.#isWriting || (first.isWriter && this.#readers > 0)) return
      this.#waiting.shift()
      if (first.isWriter) this.#isWriting = true
      else this.#readers += 1
      first.go()
    }
  }
}
