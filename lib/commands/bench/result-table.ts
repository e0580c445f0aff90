import type { Assessments } from './assess'
import type { Mark } from './lighthouse'
import type { Timing } from './timing'
import type { StaffPages } from './pages'
import type { LanguageWeight } from './weights'
import type { Submissions } from './submissions'

/** Everything one run found out, as it is written to the JSON file. */
export type BenchResult = {
  readonly measuredAt: string
  readonly machine: { readonly processors: number; readonly node: string; readonly platform: string }
  readonly demonstration: { readonly reports: number; readonly seconds: number }
  readonly submissions: Submissions
  readonly assessments: Assessments
  readonly pages: {
    readonly few: StaffPages & { readonly cases: number }
    readonly many: StaffPages & { readonly cases: number }
  }
  readonly weights: readonly LanguageWeight[]
  readonly marks: readonly Mark[]
  readonly memory: { readonly startedMb: number | null; readonly endMb: number | null }
}

type Line = readonly [what: string, value: string, ratio: string]

/** The result as a table; docs/benchmarks.md says what each line means. */
export function resultTable(result: BenchResult): string {
  const { submissions, assessments, pages, weights, memory, demonstration } = result
  const { form, useCase, plain } = submissions
  const lines: Line[] = [
    ['what', 'measured', 'ratio'],
    ['reports a second: plain pg, rows only', perSecond(plain), '1'],
    ['reports a second: use case', perSecond(useCase), ratio(useCase.perSecond, plain.perSecond)],
    ['reports a second: form over HTTP', perSecond(form), ratio(form.perSecond, plain.perSecond)],
    ['payments a second: into yen only', plainRate(assessments.convertedPerSecond), '1'],
    [
      `payments a second: verdict, ${assessments.lines} lines, ${assessments.rules} rules`,
      plainRate(assessments.assessedPerSecond),
      ratio(assessments.assessedPerSecond, assessments.convertedPerSecond),
    ],
    [`queue page, ${pages.few.cases} cases`, milliseconds(pages.few.queue), '1'],
    [
      `queue page, ${pages.many.cases} cases`,
      milliseconds(pages.many.queue),
      ratio(pages.many.queue.medianMs, pages.few.queue.medianMs),
    ],
    [`statistics page, ${pages.few.cases} cases`, milliseconds(pages.few.statistics), '1'],
    [
      `statistics page, ${pages.many.cases} cases`,
      milliseconds(pages.many.statistics),
      ratio(pages.many.statistics.medianMs, pages.few.statistics.medianMs),
    ],
    ...weights.flatMap(weightLines),
    ['memory of the server, started', megabytes(memory.startedMb), '1'],
    [
      'memory of the server, after all of this',
      megabytes(memory.endMb),
      memory.endMb && memory.startedMb ? ratio(memory.endMb, memory.startedMb) : '',
    ],
    [`demonstration data, ${demonstration.reports} reports`, `${demonstration.seconds.toFixed(0)} s`, ''],
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column as 0 | 1 | 2].length)))
  const row = (line: Line) =>
    `| ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const [head, ...rest] = lines.map(row)
  return [
    head,
    `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`,
    ...rest,
  ].join('\n')
}

/** Three lines a language, gzip first; the ratio is that of brotli to gzip. */
function weightLines({ locale, heaviest, report, pages, assets }: LanguageWeight): Line[] {
  const both = (gzip: number, br: number) => `${kilobytes(gzip)}, br ${kilobytes(br)}`
  return [
    [
      `${locale}: heaviest page, HTML and CSS (${heaviest.gzip.path.split('?')[0]})`,
      both(heaviest.gzip.bytes, heaviest.br.bytes),
      ratio(heaviest.br.bytes, heaviest.gzip.bytes),
    ],
    [
      `${locale}: script and pictograms of a question, ${assets.gzip.requests} requests`,
      both(assets.gzip.bytes, assets.br.bytes),
      ratio(assets.br.bytes, assets.gzip.bytes),
    ],
    [
      `${locale}: whole report without scripts, ${pages} pages`,
      both(report.gzip, report.br),
      ratio(report.br, report.gzip),
    ],
  ]
}

const perSecond = ({ perSecond: rate, p95Ms }: Timing) => `${rate.toFixed(0)}/s, p95 ${p95Ms.toFixed(0)} ms`
const plainRate = (rate: number) => `${Math.round(rate)}/s`
const milliseconds = ({ medianMs, p95Ms }: Timing) => `${medianMs.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const megabytes = (mb: number | null) => (mb === null ? 'not known' : `${mb} MB`)

function ratio(value: number, base: number): string {
  return base === 0 ? '' : (value / base).toFixed(2)
}
