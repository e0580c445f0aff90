import type { Line } from './result-lines'
import type { StatisticsBench } from './statistics'
import type { Timing } from './timing'

/** The statistics over all reports, as lines of the result. Ratios are those to the promise: 300 ms, 30 ms, 60 s, 64 MB. */
export function statisticsLines(of: StatisticsBench): Line[] {
  const milliseconds = (number: number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`
  const timed = ({ medianMs, p95Ms, p95CpuMs }: Timing) =>
    `p50 ${milliseconds(medianMs)}, p95 ${milliseconds(p95Ms)}, ${milliseconds(p95CpuMs)} of a processor`
  const ratio = (is: number, promised: number) => (is / promised).toFixed(2)
  return [
    [`statistics, ${of.reports} reports: loading, nothing kept`, `${of.loadSeconds.toFixed(0)} s`, '1'],
    [
      'statistics: loading from kept blocks',
      `${of.reloadSeconds.toFixed(1)} s`,
      (of.reloadSeconds / of.loadSeconds).toFixed(2),
    ],
    ['statistics: columns', `${of.columnMegabytes.toFixed(0)} MB`, ''],
    ['statistics: memory grown by questions', `${of.grownMegabytes.toFixed(0)} MB`, ratio(of.grownMegabytes, 64)],
    [`statistics: ${of.unseen.count} filtered questions, first time`, timed(of.unseen), ratio(of.unseen.p95Ms, 300)],
    [
      `statistics: ${of.unfiltered.count} questions about all reports`,
      timed(of.unfiltered),
      ratio(of.unfiltered.p95Ms, 300),
    ],
    ['statistics: a question asked again', timed(of.seen), ratio(of.seen.p95Ms, 30)],
    ['statistics: a change shows after', `${of.changeSeconds.toFixed(1)} s`, ratio(of.changeSeconds, 60)],
    ...of.slowest.map(([question, ms]): Line => [`statistics, slow: ${question}`, milliseconds(ms), '']),
  ]
}
