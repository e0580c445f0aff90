/** Money for bringing somebody to a job that "somebody else" took: whoever does that is a go-between, and rules speak of them. */
export function isUnnamedGoBetween({
  payeeRole,
  category,
}: {
  readonly payeeRole: string | null
  readonly category: string | null
}): boolean {
  return payeeRole === 'other' && category === 'rf_broker_introduction'
}
