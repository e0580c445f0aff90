import type { AnswerTimes } from './answer-times'
import type { Assessments } from './assess'
import type { ExportBench } from './exports'
import type { ImportTimes } from './import'
import type { LearningBench } from './learning'
import type { PartyBench } from './parties'
import {
  exportLines,
  importLines,
  learningLines,
  partyLines,
  queueLines,
  siteLines,
  timingLines,
  verdictLines,
  type Line,
  type QueueResult,
} from './result-lines'
import type { SiteResult } from './site'
import type { StatisticsBench } from './statistics'
import { statisticsLines } from './statistics-lines'

/** Everything one run found out, as it is written to the JSON file; only the parts that were asked for. */
export type BenchResult = {
  readonly measuredAt: string
  readonly machine: { readonly processors: number; readonly node: string; readonly platform: string }
  readonly verdicts?: Assessments | undefined
  readonly site?: SiteResult | undefined
  readonly imported?: ImportTimes | undefined
  readonly parties?: PartyBench | undefined
  readonly timing?: readonly AnswerTimes[] | undefined
  readonly learning?: readonly LearningBench[] | undefined
  readonly queue?: QueueResult | undefined
  readonly statistics?: StatisticsBench | undefined
  readonly exported?: ExportBench | undefined
}

/** The result as a table; docs/benchmarks.md says what each line means. */
export function resultTable({
  verdicts,
  site,
  imported,
  parties,
  timing,
  learning,
  queue,
  statistics,
  exported,
}: BenchResult): string {
  const lines: Line[] = [
    ['what', 'measured', 'ratio'],
    ...(site ? siteLines(site) : []),
    ...(verdicts ? verdictLines(verdicts) : []),
    ...(imported ? importLines(imported) : []),
    ...(parties ? partyLines(parties) : []),
    ...timingLines(timing ?? []),
    ...(learning ?? []).flatMap(learningLines),
    ...(queue ? queueLines(queue) : []),
    ...(statistics ? statisticsLines(statistics) : []),
    ...(exported ? exportLines(exported) : []),
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
