import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { RateDifference } from '@/lib/domain/money/rate-changes'
import type { RateProblem } from '@/lib/domain/money/rate-file'
import { caseCountText } from '@/lib/i18n/case-count'
import { translatorFor } from '@/lib/i18n/translate'
import { importRates, type RateImport } from './database/import-rates'
import { runCommand } from './ending'
import { write } from './phases'
import { CommandRefused, openOwnerDatabase } from './preparation'
import type { StopList } from './stop-signals'

// `npm run rates:import -- file.csv`: what a file of exchange rates would change. With `--apply` it is taken over; rates that
// are five times away only with `--allow-far`. The same as the page Settings > Exchange rates.

const ROWS_SHOWN = 40
const USAGE = 'Name the file: npm run rates:import -- file.csv [--apply] [--allow-far]'
const TAKEN_OVER =
  'Taken over. Reports use the rates from now on, pages within a minute; open cases are judged again within a quarter of an hour,\n' +
  'or when the application starts. Old values (up to 200) are in the audit trail of every office.'
const t = translatorFor('en')

function problemLine({ line, code, params }: RateProblem): string {
  return `  ${t('settings.rates_at_line', { line: String(line), problem: t(`settings.rate_problem_${code}`, params) })}`
}

function differenceLine({ rate, beside, tenthsOfPercent, isToLookAt }: RateDifference): string {
  const from = beside === null ? '' : `${beside.unitsPerUsd} (${beside.period}) -> `
  const percent = tenthsOfPercent === null ? '' : `, ${(Number(tenthsOfPercent) / 10).toFixed(1)} %`
  return `  ${rate.currency} ${rate.period}: ${from}${rate.unitsPerUsd}${percent}${isToLookAt ? '  <- look at this one' : ''}`
}

function writePreview({ added, changed, sameCount, tooFar, sha256, caseCount }: RateImport): void {
  write(t('settings.rates_preview_counts', { added: added.length, changed: changed.length, same: sameCount }))
  const shown = [...changed, ...added].toSorted((a, b) => Number(b.isToLookAt) - Number(a.isToLookAt))
  shown.slice(0, ROWS_SHOWN).forEach((difference) => write(differenceLine(difference)))
  if (shown.length > ROWS_SHOWN) write(`  ... and ${shown.length - ROWS_SHOWN} more`)
  tooFar.forEach((problem) => write(problemLine(problem)))
  if (shown.length > 0) write(caseCountText(t, caseCount))
  write(t('settings.rates_fingerprint', { sha256 }))
}

async function run(stops: StopList): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { apply: { type: 'boolean', default: false }, 'allow-far': { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new CommandRefused(USAGE)
  const text = await readFile(path.resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8')
  const ownerUrl = await openOwnerDatabase(stops)
  const done = await importRates(ownerUrl, text, { isApplied: values.apply, isFarAllowed: values['allow-far'] })
  if (!done.ok) {
    throw new CommandRefused(
      [t('settings.rates_problems', { count: done.error.length }), ...done.error.map(problemLine)].join('\n'),
    )
  }
  writePreview(done.value)
  const { added, changed, tooFar } = done.value
  if (added.length + changed.length === 0) write('Nothing to change.')
  else if (values.apply) write(TAKEN_OVER)
  else write(`Nothing is changed yet. To take them over: --apply${tooFar.length > 0 ? ' --allow-far' : ''}`)
}

await runCommand(run)
