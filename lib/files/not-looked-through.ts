/** A file could not be looked through now, through no fault of its own: `busy`, or the program for it did not begin. Trying later works. */
export class NotLookedThrough extends Error {
  override readonly name = 'NotLookedThrough'
  readonly code: 'busy' | 'not_started' | 'not_begun'
  constructor(code: NotLookedThrough['code'], options?: ErrorOptions) {
    super('a file could not be looked through', options)
    this.code = code
  }
}
