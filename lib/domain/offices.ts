/** What decides which office reads a report first. */
export type IntakeOffice = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly intakeOrigins: readonly string[]
  readonly isDefaultIntake: boolean
}

/**
 * The office that reads a report from this country of origin: the one that takes it, in order of code; else the one for all others.
 * Null when no office takes reports, which is a mistake in the set-up.
 */
export function chooseOffice<O extends IntakeOffice>(offices: readonly O[], origin: string | undefined): O | null {
  const inOrder = offices.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const forOrigin = origin === undefined ? undefined : inOrder.find((office) => office.intakeOrigins.includes(origin))
  return forOrigin ?? inOrder.find((office) => office.isDefaultIntake) ?? null
}
