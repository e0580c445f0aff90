import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compareNames, OFFER } from '@/lib/domain/parties/matching/match-parties'

/** Two invented names and whether they mean one organisation; `isHeldOut`: not looked at while the first weights were chosen. */
export type LabelledPair = {
  readonly language: string
  readonly isSame: boolean
  readonly kind: string
  readonly a: string
  readonly b: string
  readonly isHeldOut: boolean
}
export type PairResult = {
  readonly pairs: number
  readonly precision: number
  readonly recall: number
  readonly wrong: readonly {
    readonly pair: LabelledPair
    readonly score: number
    readonly reasons: readonly string[]
  }[]
}

/** Pairs behind these were written later, to look for weaknesses: none of them is held out. */
const FIRST_PAIRS = 255
const FILE = path.join(process.cwd(), 'prisma', 'seed', 'party-pairs.tsv')

/** The labelled names of this version: language, label, kind, and the two names, separated by tabs. Every third of the first is held out. */
export function readPartyPairs(): readonly LabelledPair[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trim().split('\n')
  return lines.map((line, place) => {
    const [language = '', label = '', kind = '', a = '', b = ''] = line.split('\t')
    if ((label !== 'same' && label !== 'other') || b === '')
      throw new Error(`line ${place + 2} of the name pairs is not whole`)
    return { language, isSame: label === 'same', kind, a, b, isHeldOut: place < FIRST_PAIRS && place % 3 === 2 }
  })
}

/** Precision and recall of offering at the threshold of the product. */
export function measurePairs(pairs: readonly LabelledPair[]): PairResult {
  const judged = pairs.map((pair) => ({ pair, ...compareNames(pair.a, pair.b) }))
  const offered = judged.filter(({ score }) => score >= OFFER)
  const right = offered.filter(({ pair }) => pair.isSame).length
  return {
    pairs: pairs.length,
    precision: right / Math.max(1, offered.length),
    recall: right / Math.max(1, pairs.filter(({ isSame }) => isSame).length),
    wrong: judged.filter(({ pair, score }) => score >= OFFER !== pair.isSame),
  }
}
