'use server'

import { splitSums } from '@/components/ledger/split-sums'
import { dayInJapan } from '@/lib/domain/calendar/day'
import type { FormState } from '@/lib/http/form-state'
import { now } from '@/lib/platform/clock'
import { confirmSchema } from '@/lib/schemas/ledger/ledger-fields'
import { LINE_LISTS, lineSchema, newLineSchema } from '@/lib/schemas/ledger/line-form'
import { rateSchema } from '@/lib/schemas/ledger/rate-form'
import { splitSchema } from '@/lib/schemas/ledger/split-form'
import { supportSchema } from '@/lib/schemas/ledger/support-form'
import { addLedgerLine } from '@/lib/usecases/ledger/add-ledger-line'
import { editLedgerLine } from '@/lib/usecases/ledger/edit-ledger-line'
import { overrideRate } from '@/lib/usecases/ledger/override-rate'
import { rateSupport } from '@/lib/usecases/ledger/rate-support'
import { removeLedgerLine } from '@/lib/usecases/ledger/remove-ledger-line'
import { restoreLedgerLine } from '@/lib/usecases/ledger/restore-ledger-line'
import { splitLedgerLine } from '@/lib/usecases/ledger/split-ledger-line'
import { postLedger } from '../post-ledger'

/** Adds a payment that an officer heard of. */
export async function addLineAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const schema = newLineSchema(dayInJapan(now()))
  return postLedger(
    {
      locale,
      number,
      path: '/lines/new',
      schema,
      lists: LINE_LISTS,
      done: 'line_added',
      write: (grant, form) => addLedgerLine(grant, { number, ...form }),
    },
    data,
  )
}

/** Writes a payment down otherwise; what it was stays beside it. */
export async function editLineAction(
  locale: string,
  number: string,
  lineId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const schema = lineSchema(dayInJapan(now()))
  return postLedger(
    {
      locale,
      number,
      path: `/lines/${lineId}`,
      schema,
      lists: LINE_LISTS,
      done: 'line_changed',
      write: (grant, form) => editLedgerLine(grant, { number, lineId, ...form }),
    },
    data,
  )
}

/** Divides a lump into its parts. */
export async function splitLineAction(
  locale: string,
  number: string,
  lineId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: `/lines/${lineId}/split`,
      schema: splitSchema,
      done: 'line_split',
      write: (grant, { sum: _sum, ...form }) => splitLedgerLine(grant, { number, lineId, ...form }),
      params: ({ sum }, t) => splitSums(t, sum),
    },
    data,
  )
}

/** Takes a payment out of what counts. */
export async function removeLineAction(
  locale: string,
  number: string,
  lineId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: `/lines/${lineId}/remove`,
      schema: confirmSchema,
      done: 'line_removed',
      write: (grant, form) => removeLedgerLine(grant, { number, lineId, ...form }),
    },
    data,
  )
}

/** Puts a payment back: one that was removed, or one that was split, as a whole again. */
export async function restoreLineAction(
  locale: string,
  number: string,
  lineId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: `/lines/${lineId}/back`,
      schema: confirmSchema,
      done: 'line_back',
      write: (grant, form) => restoreLedgerLine(grant, { number, lineId, ...form }),
    },
    data,
  )
}

/** Converts a payment at an officer's own rate. */
export async function overrideRateAction(
  locale: string,
  number: string,
  lineId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: `/lines/${lineId}/rate`,
      schema: rateSchema,
      done: 'rate',
      write: (grant, form) => overrideRate(grant, { number, lineId, ...form }),
    },
    data,
  )
}

/** Converts a payment at the official rate again. */
export async function officialRateAction(
  locale: string,
  number: string,
  lineId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: `/lines/${lineId}/rate/official`,
      schema: confirmSchema,
      done: 'rate_official',
      write: (grant, form) => overrideRate(grant, { number, lineId, unitsPerUsd: null, ...form }),
    },
    data,
  )
}

/** Says how well a payment is supported. */
export async function rateSupportAction(
  locale: string,
  number: string,
  lineId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: `/lines/${lineId}/support`,
      schema: supportSchema,
      done: 'support',
      write: (grant, form) => rateSupport(grant, { number, lineId, ...form }),
    },
    data,
  )
}
