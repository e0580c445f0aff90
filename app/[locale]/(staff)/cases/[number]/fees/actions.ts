'use server'

import { dayInJapan } from '@/lib/domain/calendar/day'
import type { FormState } from '@/lib/http/form-state'
import { now } from '@/lib/platform/clock'
import { PLACEMENT_LISTS, placementSchema } from '@/lib/schemas/ledger/placement-form'
import { seenSchema } from '@/lib/schemas/ledger/seen-form'
import { wagesSchema } from '@/lib/schemas/ledger/wages-form'
import { acknowledgeFeeChange } from '@/lib/usecases/ledger/acknowledge-fee-change'
import { savePlacement } from '@/lib/usecases/ledger/save-placement'
import { saveWageFacts } from '@/lib/usecases/ledger/save-wage-facts'
import { postLedger } from './post-ledger'

/** Writes down what is known of the pay. */
export async function saveWagesAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const schema = wagesSchema(dayInJapan(now()))
  return postLedger(
    {
      locale,
      number,
      path: '/pay',
      schema,
      done: 'pay',
      write: (grant, form) => saveWageFacts(grant, { number, ...form }),
    },
    data,
  )
}

/** Writes down the job the payments led to. */
export async function savePlacementAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const schema = placementSchema(dayInJapan(now()))
  return postLedger(
    {
      locale,
      number,
      path: '/placement',
      schema,
      lists: PLACEMENT_LISTS,
      done: 'placement',
      write: (grant, form) => savePlacement(grant, { number, ...form }),
    },
    data,
  )
}

/** An officer has seen what a changed rule or rate made different. */
export async function seeChangeAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: '/change',
      schema: seenSchema,
      done: 'seen',
      write: (grant, form) => acknowledgeFeeChange(grant, { number, ...form }),
    },
    data,
  )
}
