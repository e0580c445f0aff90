import { createHash } from 'node:crypto'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { IntakeChannel } from '@/lib/domain/report/contact-channels'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { answersOf } from './answers'
import { personAnswer } from './person-answers'
import { randomFrom } from './random'
import { DEMO_COUNTRIES, respondentsOf, type DemoCountry } from './survey/figure'
import { sampleMoney, type MoneyAnswers } from './survey/sample'
import { drawCourses, type Course } from './timeline'
import { WORDS_OF } from './words/words-of'

/** One invented report: what is sent, how and when, and where its case will stand today. */
export type DemoReport = {
  readonly submissionId: string
  readonly country: DemoCountry
  readonly language: string
  readonly channel: IntakeChannel
  readonly answers: ReportAnswers
  readonly course: Course
  /** At which rate the officer of the case converts what went to the sending organisation; null is the official one. */
  readonly streetRate: string | null
}

/** The whole survey, or enough of it for the browser tests. */
export const DEMO_SIZES = { full: 2184, small: 120 } as const
export type DemoSize = keyof typeof DEMO_SIZES

const CHANNELS = { web: 84, ngo: 8, phone: 6, paper: 2 } as const satisfies Record<IntakeChannel, number>

const NOTHING_SAID: MoneyAnswers = { paid: 'no', sending: null, broker: null, other: null, debt: undefined }

/** The reports of the demonstration seen from `today`, oldest first; the same ones for the same day. */
export function demoReports(size: DemoSize, today: Date, rates: readonly ExchangeRate[]): DemoReport[] {
  const counts = DEMO_COUNTRIES.map((country) => ({
    country,
    count: Math.round((respondentsOf(country) * DEMO_SIZES[size]) / DEMO_SIZES.full),
  }))
  const courses = drawCourses(
    counts.reduce((sum, { count }) => sum + count, 0),
    today,
    randomFrom('courses'),
  )
  let taken = 0
  return counts
    .flatMap(({ country, count }) => {
      const own = courses.slice(taken, (taken += count))
      const money = sampleMoney(country, own, rates)
      return own.map((course, index): DemoReport => {
        const random = randomFrom(`${country} ${index}`)
        const words = WORDS_OF[country]
        const said = money[index] ?? NOTHING_SAID
        return {
          submissionId: namedId(`${country} ${index}`),
          country,
          language: words.language,
          channel: random.weighted(CHANNELS),
          answers: {
            ...answersOf(country, words, said, course.state, random),
            // A stream of its own: who somebody is changes nothing of what they told before.
            person: personAnswer(randomFrom(`person ${country} ${index}`)),
          },
          course,
          streetRate: said.sending?.streetRate ?? null,
        }
      })
    })
    .toSorted((a, b) => a.course.receivedAt.getTime() - b.course.receivedAt.getTime())
}

/** A UUID that follows from a name (version 8, RFC 9562), so that a load that is begun again makes no case twice. */
function namedId(name: string): string {
  const hex = createHash('sha256').update(`fair-passage/demonstration/${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
