import type { Line } from './result-lines'
import type { StatisticsBench } from './statistics'

/** The statistics over all reports, as lines of the result. */
export function statisticsLines(of: StatisticsBench): Line[] {
  const milliseconds = (number: number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`
  return [
    [`statistics, ${of.reports} reports: loading`, `${of.loadSeconds.toFixed(0)} s`, ''],
    ['statistics: columns', `${of.columnMegabytes.toFixed(0)} MB`, '1'],
    [
      'statistics: memory the process grew by',
      `${of.grownMegabytes.toFixed(0)} MB`,
      (of.grownMegabytes / of.columnMegabytes).toFixed(1),
    ],
    [`statistics: p95 of ${of.unseen.count} filtered questions, first time`, milliseconds(of.unseen.p95Ms), ''],
    [`statistics: p95 of ${of.unfiltered.count} questions about all reports`, milliseconds(of.unfiltered.p95Ms), ''],
    ['statistics: p95 of a question asked again', milliseconds(of.seen.p95Ms), ''],
    ['statistics: a change shows after', `${of.changeSeconds.toFixed(1)} s`, ''],
    ...of.slowest.map(([question, ms]): Line => [`statistics, slow: ${question}`, milliseconds(ms), '']),
  ]
}
