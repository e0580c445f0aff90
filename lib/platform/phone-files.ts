/** One file that a page may load, by its address under /assets/. */
export type PhoneEntry = {
  /** The file the page names. */
  readonly src: string
  /** That file and every other it may load later: what a phone without network has to keep. */
  readonly files: readonly string[]
  /** The script itself, where it is sent as a part of another answer. */
  readonly text?: string
}

/** The scripts of worker pages by entry: `main`, `offline-app`, `worker`. What is not built is not in it. */
export type PhoneFiles = Readonly<Record<string, PhoneEntry>>

// The web server knows the files, the pages run beside it in the same process but in modules of their own.
const PLACE = Symbol.for('fair-passage.phone-files')

export function setPhoneFiles(files: PhoneFiles): void {
  Reflect.set(globalThis, PLACE, files)
}

/** The scripts this server serves; nothing where no web server of ours runs (a unit test). */
export function phoneFiles(): PhoneFiles {
  return (Reflect.get(globalThis, PLACE) as PhoneFiles | undefined) ?? {}
}
