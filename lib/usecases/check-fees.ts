import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { listLiveRules } from '@/lib/data/fee-rules'
import { within } from '@/lib/data/within'
import type { CheckBasis } from '@/lib/domain/fees/check/check-basis'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { now } from '@/lib/platform/clock'

/** What every answer is made from, with the day it was read. Nothing is written, of nobody. */
export async function readCheckBasis(grant: Grant<'fees.check'>): Promise<CheckBasis & { readonly today: string }> {
  const today = dayInJapan(now())
  const basis = await within(grant, async (on) => ({
    rules: await listLiveRules(on),
    rates: await listExchangeRates(on),
  }))
  return { ...basis, today }
}
