import 'server-only'
import { createHash } from 'node:crypto'
import type { Grant } from '@/lib/access/grant'
import { appendAuditEverywhere } from '@/lib/data/audit'
import { forgetExchangeRates, lockExchangeRates, readExchangeRates, saveExchangeRates } from '@/lib/data/exchange-rates'
import { countFeeCases, requestReassessment } from '@/lib/data/fee-reassessments'
import { within, type Scoped } from '@/lib/data/within'
import { compareRates, replacedValues, type RateChanges } from '@/lib/domain/money/rate-changes'
import { plainFileText, readRateFile, type RateProblem } from '@/lib/domain/money/rate-file'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** What a file would do. `seen` names exactly this outcome; `sha256` the text of the file, as `sha256sum` says it of one with plain line ends. */
export type RatePreview = RateChanges & {
  readonly sha256: string
  readonly seen: string
  /** Open cases with payments: all are judged again, for wages, limits and claims may go through any rate. */
  readonly caseCount: number
}

export type RateImportRefusal =
  | { readonly code: 'problems'; readonly problems: readonly RateProblem[] }
  | { readonly code: 'changed_meanwhile'; readonly preview: RatePreview }

/** What was done; all zero when the file had been taken over before. */
export type RatesImported = { readonly added: number; readonly changed: number; readonly isReassessing: boolean }

/** What is in a file beside what is stored. Nothing is changed. Every problem comes back with its line. */
export async function previewRateImport(
  grant: Grant<'exchange_rate.manage'>,
  text: string,
): Promise<Result<RatePreview, Extract<RateImportRefusal, { code: 'problems' }>>> {
  const file = plainFileText(text)
  const read = readRateFile(file, now().toISOString().slice(0, 7))
  if (read.problems.length > 0) return err({ code: 'problems', problems: read.problems })
  return ok(
    await within(grant, async (on) => previewOf(on, file, compareRates(read.rates, await readExchangeRates(on)))),
  )
}

/**
 * Takes a file over, in one transaction, with an event for every office that names its counts, its SHA-256 and up to 200 values
 * it replaced. `seen` is what the preview said: when it would do something else by now, it is refused with the new preview.
 * Differences of five times and more must be allowed with `isFarAllowed`, all of them at once. Conversions that are stored keep
 * their rate; open cases are judged again.
 */
export async function applyRateImport(
  grant: Grant<'exchange_rate.manage'>,
  input: { readonly text: string; readonly seen: string; readonly isFarAllowed: boolean },
): Promise<Result<RatesImported, RateImportRefusal>> {
  const at = now()
  const file = plainFileText(input.text)
  const read = readRateFile(file, at.toISOString().slice(0, 7))
  if (read.problems.length > 0) return err({ code: 'problems', problems: read.problems })
  const done = await within(grant, async (on): Promise<Result<RatesImported, RateImportRefusal>> => {
    await lockExchangeRates(on)
    const changes = compareRates(read.rates, await readExchangeRates(on))
    const different = [...changes.added, ...changes.changed]
    // The same file again, pressed twice or sent by two people: everything is there.
    if (different.length === 0) return ok({ added: 0, changed: 0, isReassessing: false })
    if (changes.tooFar.length > 0 && !input.isFarAllowed) return err({ code: 'problems', problems: changes.tooFar })
    const preview = await previewOf(on, file, changes)
    if (preview.seen !== input.seen) return err({ code: 'changed_meanwhile', preview })
    await saveExchangeRates(
      on,
      different.map(({ rate }) => rate),
      at,
    )
    // Also without a case to look at: one may be sent in while this transaction runs.
    await requestReassessment(on, { cause: 'rates_changed', ruleRefs: [], origins: [] }, at)
    const counts = { added: changes.added.length, changed: changes.changed.length }
    await appendAuditEverywhere(on, 'exchange_rates.import', {
      ...counts,
      same: changes.sameCount,
      sha256: preview.sha256,
      replaced: replacedValues(changes),
    })
    return ok({ ...counts, isReassessing: true })
  })
  forgetExchangeRates()
  return done
}

async function previewOf(on: Scoped<'exchange_rate.manage'>, file: string, changes: RateChanges): Promise<RatePreview> {
  const different = [...changes.added, ...changes.changed]
  const what = different.map(({ rate, beside }) => [
    rate.currency,
    rate.period,
    rate.unitsPerUsd,
    rate.source,
    beside?.unitsPerUsd,
  ])
  const caseCount = different.length === 0 ? 0 : await countFeeCases(on, [])
  return { ...changes, sha256: sha256(file), seen: sha256(JSON.stringify(what)), caseCount }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
