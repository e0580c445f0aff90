import type { ClosingCode, RemedyType } from '@/lib/domain/workflow/outcomes'
import type { Random } from '../random'

/** What is asked back and what is agreed on, in yen. */
export type RemedyMoney = { readonly claimedJpy: bigint; readonly agreedJpy: bigint }

const STEP_JPY = 1000
/** A claim where nobody knows what was paid, and wages that were not, in thousands of yen. */
const UNKNOWN_COST = [120, 420] as const
const WAGES = [40, 360] as const
/** Who asks for all of it, and who gets all that was asked for, where nothing else is told of the end. */
const ASKS_ALL = 0.4
const GETS_ALL = 0.25

/** Invented sums of a remedy that fit what the worker paid and how the case ends; null for what is no money. */
export function remedyMoney(
  type: RemedyType,
  costJpy: bigint | null,
  ending: ClosingCode | null,
  random: Random,
): RemedyMoney | null {
  if (type !== 'fee_repayment' && type !== 'wage_payment') return null
  const claimed = type === 'wage_payment' ? random.int(...WAGES) : claimOf(costJpy, random)
  const isAll = ending === 'remedied_full' || (ending !== 'remedied_partial' && random.chance(GETS_ALL))
  const agreed = isAll ? claimed : Math.max(1, Math.floor(claimed * (0.3 + random.next() * 0.55)))
  return { claimedJpy: BigInt(claimed * STEP_JPY), agreedJpy: BigInt(agreed * STEP_JPY) }
}

/** Thousands of yen, two at least so that less can be agreed on. */
function claimOf(costJpy: bigint | null, random: Random): number {
  if (costJpy === null || costJpy < 2n * BigInt(STEP_JPY)) return random.int(...UNKNOWN_COST)
  const cost = Number(costJpy) / STEP_JPY
  return Math.max(2, Math.floor(random.chance(ASKS_ALL) ? cost : cost * (0.5 + random.next() * 0.45)))
}
