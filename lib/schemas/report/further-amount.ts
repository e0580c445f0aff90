/** The field in which the likely amount that was tapped for a further amount of a form is sent. Without imports: forms on the phone use it. */
export function meantFieldOf(name: string): string {
  return `meant_${name}`
}
