import type { AnswerTimes } from './answer-times'
import type { Assessments } from './assess'
import type { BesideCopy } from './beside-copy'
import type { ExportBench } from './exports'
import type { ImportTimes } from './import'
import type { PartyBench } from './parties'
import type { LearningBench } from './learning'
import type { QueueTiming } from './queue'
import type { SiteResult } from './site'
import type { Timing } from './timing'
import type { LanguageWeight } from './weights'

export type Line = readonly [what: string, value: string, ratio: string]
export type QueueResult = { readonly cases: number; readonly timings: readonly QueueTiming[] }

export function siteLines({ submissions, pages, weights, memory, demonstration }: SiteResult): Line[] {
  const { form, useCase, plain } = submissions
  return [
    ['reports a second: plain pg, rows only', perSecond(plain), '1'],
    ['reports a second: use case', perSecond(useCase), ratio(useCase.perSecond, plain.perSecond)],
    ['reports a second: form over HTTP', perSecond(form), ratio(form.perSecond, plain.perSecond)],
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
}

export function verdictLines(assessments: Assessments): Line[] {
  return [
    ['payments a second: into yen only', plainRate(assessments.convertedPerSecond), '1'],
    [
      `payments a second: verdict, ${assessments.lines} lines, ${assessments.rules} rules`,
      plainRate(assessments.assessedPerSecond),
      ratio(assessments.assessedPerSecond, assessments.convertedPerSecond),
    ],
  ]
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

/** Seconds of each step. */
export function importLines({ rows, takeInSeconds, checkSeconds, runSeconds }: ImportTimes): Line[] {
  const seconds = (value: number) => `${value.toFixed(1)} s`
  return [
    [`import of ${rows} reports: taken in`, seconds(takeInSeconds), ''],
    [`import of ${rows} reports: looked through`, seconds(checkSeconds), ''],
    [`import of ${rows} reports: made cases of`, `${seconds(runSeconds)}, ${(rows / runSeconds).toFixed(0)}/s`, ''],
  ]
}

export function partyLines({ parties, search, foundFirst, pairs, heldOut }: PartyBench): Line[] {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const quality = (what: PartyBench['pairs']) => `precision ${percent(what.precision)}, recall ${percent(what.recall)}`
  return [
    [`search among ${parties} parties`, milliseconds(search), ''],
    ['search: the one meant comes first', percent(foundFirst), ''],
    [`${pairs.count} labelled pairs of names`, quality(pairs), ''],
    [`${heldOut.count} of them held out`, quality(heldOut), ''],
  ]
}

/** The ratio is that of the medians. */
export function timingLines(timings: readonly AnswerTimes[]): Line[] {
  return timings.map(({ name, count, longer, p, ratio: medians }) => [
    `${name} (${count} each)`,
    `longer ${(longer * 100).toFixed(1)} of 100 times, p ${p.toFixed(3)}`,
    medians.toFixed(3),
  ])
}

export function learningLines({ cases, firstMs, againMs, timings }: LearningBench): Line[] {
  const line = (name: string, measured: string): Line => [`measures of ${cases} cases: ${name}`, measured, '']
  return [
    line('counted for the first time', `${(firstMs / 1000).toFixed(0)} s`),
    line('counted again after 100 changes', `${againMs.toFixed(0)} ms`),
    ...timings.map((timing) => line(timing.name, milliseconds(timing))),
  ]
}

/** The ratio is that to what PostgreSQL's own COPY writes of the same rows in a second. */
/** Speeds are of the bytes of COPY; the ratio is ours to that of COPY, by the clock and by processor time. */
export function exportLines({ records, answers, madeGrownBytes }: ExportBench): Line[] {
  const size = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`
  const lines = (name: string, of: BesideCopy): Line[] => {
    const what = `CSV of ${of.rows} ${name}, ${size(of.bytes)}`
    const speed = (ms: number) => `${(of.bytes / 1000 / ms).toFixed(0)} MB/s`
    const copyCpu = of.copyCpuMs
    return [
      [`${what}: COPY of the same rows`, speed(of.copyMs), '1'],
      [`${what}: our writer`, speed(of.ms), ratio(of.copyMs, of.ms)],
      [`${what}: our writer, processor time`, `${of.cpuMs.toFixed(0)} ms`, copyCpu ? ratio(copyCpu, of.cpuMs) : ''],
      [`${what}: memory grew by at most`, size(of.grownBytes), ''],
    ]
  }
  return [
    ...lines('records', records),
    ['recoding the records: memory grew by', size(madeGrownBytes), ''],
    ...lines('cells of answers', answers),
  ]
}

/** A line for every filter; the ratio is that of its median to the queue without a filter. */
export function queueLines({ cases, timings }: QueueResult): Line[] {
  const [plain] = timings
  return timings.map((timing) => [
    `queue of ${cases} cases: ${timing.name}`,
    `${timing.medianMs.toFixed(1)} ms, p95 ${timing.p95Ms.toFixed(1)} ms, worst ${timing.worstMs.toFixed(1)} ms`,
    plain ? ratio(timing.medianMs, plain.medianMs) : '',
  ])
}

const perSecond = ({ perSecond: rate, p95Ms }: Timing) => `${rate.toFixed(0)}/s, p95 ${p95Ms.toFixed(0)} ms`
const plainRate = (rate: number) => `${Math.round(rate)}/s`
const milliseconds = ({ medianMs, p95Ms }: Timing) => `${medianMs.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const megabytes = (mb: number | null) => (mb === null ? 'not known' : `${mb} MB`)

function ratio(value: number, base: number): string {
  return base === 0 ? '' : (value / base).toFixed(2)
}
