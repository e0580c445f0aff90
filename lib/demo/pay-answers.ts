import type { PayAnswer } from '@/lib/domain/report/answers'
import type { Random } from './random'
import { typedAmount } from './survey/money-forms'

/** The monthly pay the people of the survey were told before coming, in yen: the mean is published, the spread is not. */
const TOLD_MEAN = 149_146
const TOLD_SPREAD = 14_000
const TOLD_LEAST = 115_000
/** Who remembers pay in thousands. */
const ROUND = 0.6
/** "79 % got as much or more" (survey). */
const AS_TOLD_OR_MORE = 0.79
/** Of those, who got exactly what was told. */
const AS_TOLD = 0.3
/** Who says anything about pay, and then each part of it. */
const ANSWERED = 0.9
const TOLD = { contractMonths: 0.94, contractWage: 0.9, firstMonth: 0.88 } as const
const CONTRACT_MONTHS = { 36: 76, 12: 12, 60: 12 } as const

/** What a worker tells of contract and pay: its months, basic pay in it, and the first full month's pay. */
export function payAnswer(random: Random): PayAnswer | undefined {
  const contractMonths = Number(random.weighted(CONTRACT_MONTHS))
  const drawn = Math.max(TOLD_LEAST, TOLD_MEAN + TOLD_SPREAD * random.normal())
  const contract = BigInt(random.chance(ROUND) ? Math.round(drawn / 1000) * 1000 : Math.round(drawn))
  const firstMonth = (contract * shareOfTold(random)) / 100n
  const isTold = (what: keyof typeof TOLD) => random.chance(TOLD[what])
  const hasContract = isTold('contractWage')
  const hasFirstMonth = isTold('firstMonth')
  const told: PayAnswer = {
    ...(isTold('contractMonths') ? { contractMonths } : {}),
    ...(hasContract
      ? { contractWageText: typedAmount(contract, 'JPY', random), contractWageMinor: contract.toString() }
      : {}),
    ...(hasFirstMonth
      ? { firstMonthText: typedAmount(firstMonth, 'JPY', random), firstMonthMinor: firstMonth.toString() }
      : {}),
    ...(hasContract || hasFirstMonth ? { currency: 'JPY' } : {}),
  }
  return random.chance(ANSWERED) && Object.keys(told).length > 0 ? told : undefined
}

/** Of what was told, in hundredths: what the first month brought. */
function shareOfTold(random: Random): bigint {
  if (!random.chance(AS_TOLD_OR_MORE)) return BigInt(random.int(80, 97))
  return BigInt(random.chance(AS_TOLD) ? 100 : random.int(101, 115))
}
