'use server'

import { splitSums } from '@/components/ledger/split-sums'
import { dayInJapan } from '@/lib/domain/calendar/day'
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
import { ledgerAction } from '../ledger-action'

/** Adds a payment that an officer heard of. */
export const addLineAction = ledgerAction(() => ({
  path: '/lines/new',
  schema: newLineSchema(dayInJapan(now())),
  lists: LINE_LISTS,
  done: 'line_added',
  write: addLedgerLine,
}))

/** Writes a payment down otherwise; what it was stays beside it. */
export const editLineAction = ledgerAction((lineId: string) => ({
  path: `/lines/${lineId}`,
  schema: lineSchema(dayInJapan(now())),
  lists: LINE_LISTS,
  done: 'line_changed',
  write: (grant, form) => editLedgerLine(grant, { lineId, ...form }),
}))

/** Divides a lump into its parts. */
export const splitLineAction = ledgerAction((lineId: string) => ({
  path: `/lines/${lineId}/split`,
  schema: splitSchema,
  done: 'line_split',
  write: (grant, { sum: _sum, ...form }) => splitLedgerLine(grant, { lineId, ...form }),
  params: ({ sum }, t) => splitSums(t, sum),
}))

/** Takes a payment out of what counts. */
export const removeLineAction = ledgerAction((lineId: string) => ({
  path: `/lines/${lineId}/remove`,
  schema: confirmSchema,
  done: 'line_removed',
  write: (grant, form) => removeLedgerLine(grant, { lineId, ...form }),
}))

/** Puts a payment back: one that was removed, or one that was split, as a whole again. */
export const restoreLineAction = ledgerAction((lineId: string) => ({
  path: `/lines/${lineId}/back`,
  schema: confirmSchema,
  done: 'line_back',
  write: (grant, form) => restoreLedgerLine(grant, { lineId, ...form }),
}))

/** Converts a payment at an officer's own rate. */
export const overrideRateAction = ledgerAction((lineId: string) => ({
  path: `/lines/${lineId}/rate`,
  schema: rateSchema,
  done: 'rate',
  write: (grant, form) => overrideRate(grant, { lineId, ...form }),
}))

/** Converts a payment at the official rate again. */
export const officialRateAction = ledgerAction((lineId: string) => ({
  path: `/lines/${lineId}/rate/official`,
  schema: confirmSchema,
  done: 'rate_official',
  write: (grant, form) => overrideRate(grant, { lineId, unitsPerUsd: null, ...form }),
}))

/** Says how well a payment is supported. */
export const rateSupportAction = ledgerAction((lineId: string) => ({
  path: `/lines/${lineId}/support`,
  schema: supportSchema,
  done: 'support',
  write: (grant, form) => rateSupport(grant, { lineId, ...form }),
}))
