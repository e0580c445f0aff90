import type { z } from 'zod'
import type { FormState } from '@/lib/http/form-state'
import type { feePlace, feeRemovalPlace, pagePlace, questionPlace } from './place'

type PlacedAction<P extends z.ZodType> = (place: z.input<P>, previous: FormState, data: FormData) => Promise<FormState>

/** What the forms of a report post to. Each mode has its own file of server actions with these names. */
export type FilingActions = {
  readonly saveQuestionAction: PlacedAction<typeof questionPlace>
  readonly saveFeeScreenAction: PlacedAction<typeof feePlace>
  readonly removeFeeAction: PlacedAction<typeof feeRemovalPlace>
  readonly sendAction: PlacedAction<typeof pagePlace>
  readonly deleteEverythingAction: PlacedAction<typeof pagePlace>
  readonly keepTicketAction: PlacedAction<typeof pagePlace>
}
