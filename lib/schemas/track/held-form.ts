import { z } from 'zod'

const heldFormSchema = z.object({
  form: z.enum(['message', 'payment']),
  caseId: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})

/** What a worker typed when the session was over: into which form, and for which case. */
export type HeldForm = z.output<typeof heldFormSchema>

/** The held form out of its stored value; null when it is something else. */
export function readHeldForm(payload: unknown): HeldForm | null {
  return heldFormSchema.safeParse(payload).data ?? null
}
