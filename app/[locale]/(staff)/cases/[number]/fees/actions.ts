'use server'

import { dayInJapan } from '@/lib/domain/calendar/day'
import { now } from '@/lib/platform/clock'
import { PLACEMENT_LISTS, placementSchema } from '@/lib/schemas/ledger/placement-form'
import { seenSchema } from '@/lib/schemas/ledger/seen-form'
import { wagesSchema } from '@/lib/schemas/ledger/wages-form'
import { acknowledgeFeeChange } from '@/lib/usecases/ledger/acknowledge-fee-change'
import { savePlacement } from '@/lib/usecases/ledger/save-placement'
import { saveWageFacts } from '@/lib/usecases/ledger/save-wage-facts'
import { ledgerAction } from './ledger-action'

/** Writes down what is known of the pay. */
export const saveWagesAction = ledgerAction(() => ({
  path: '/pay',
  schema: wagesSchema(dayInJapan(now())),
  done: 'pay',
  write: saveWageFacts,
}))

/** Writes down the job the payments led to. */
export const savePlacementAction = ledgerAction(() => ({
  path: '/placement',
  schema: placementSchema(dayInJapan(now())),
  lists: PLACEMENT_LISTS,
  done: 'placement',
  write: savePlacement,
}))

/** An officer has seen what a changed rule or rate made different. */
export const seeChangeAction = ledgerAction(() => ({
  path: '/change',
  schema: seenSchema,
  done: 'seen',
  write: acknowledgeFeeChange,
}))
