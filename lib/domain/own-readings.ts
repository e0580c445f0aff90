/** Somebody read something of the worker's case on a day. `name`: only of who wrote to the worker already. */
export type OwnReading = {
  /** YYYY-MM-DD in Japan. */
  readonly day: string
  readonly office: string
  readonly role: 'caseworker' | 'supervisor' | 'administrator'
  readonly name: string | null
  readonly what: 'case' | 'file' | 'print' | 'pack'
}
