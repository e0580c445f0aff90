import type { SchemeCode } from '../schemes'

/** What an employer, or somebody on its side, must not do; words under `rights.must_not_…`. */
export const MUST_NOT_CODES = [
  'keep_papers',
  'limit_life',
  'violence',
  'penalty',
  'deposit',
  'forced_savings',
  'withhold_pay',
  'send_home',
  'punish_report',
  'hide_costs',
] as const
export type MustNotCode = (typeof MUST_NOT_CODES)[number]

/**
 * Where a statement is written. `law` binds; `sign` is a sign of forced labour by the ILO, which proves nothing alone; `desk` is
 * what a public desk acts on at once. `isRead`: the text, or a summary of it, was read; otherwise only likely.
 */
export type MustNotSource = {
  readonly kind: 'law' | 'sign' | 'desk'
  readonly schemes: '*' | readonly SchemeCode[]
  readonly title: string
  readonly article: string | null
  readonly isRead: boolean
  readonly checkedOn: string
}

export type MustNot = { readonly code: MustNotCode; readonly sources: readonly MustNotSource[] }

const CHECKED_ON = '2026-11-20'
const TRAINEES: readonly SchemeCode[] = ['titp']
const SKILLED: readonly SchemeCode[] = ['ssw']

const trainingAct = (article: string): MustNotSource => ({
  kind: 'law',
  schemes: TRAINEES,
  title: 'Technical Intern Training Act (Act No. 89 of 2016)',
  article,
  isRead: true,
  checkedOn: CHECKED_ON,
})
// Known in general and confirmed in substance; the articles themselves were not read.
const labourStandards = (article: string): MustNotSource => ({
  kind: 'law',
  schemes: '*',
  title: 'Labour Standards Act (Act No. 49 of 1947)',
  article,
  isRead: false,
  checkedOn: CHECKED_ON,
})
const landingCriteria = (article: string): MustNotSource => ({
  kind: 'law',
  schemes: SKILLED,
  title: 'Landing criteria ordinance for Specified Skilled Worker (i)',
  article,
  isRead: true,
  checkedOn: CHECKED_ON,
})
const iloSign = (article: string): MustNotSource => ({
  kind: 'sign',
  schemes: '*',
  title: 'ILO Indicators of Forced Labour (2012, revised November 2025)',
  article,
  isRead: true,
  checkedOn: CHECKED_ON,
})

/**
 * All statements with every source that carries them (domain notes, parts 4, 5 and 6). Nothing is said that no source says: where
 * a law was not found for a programme, the ILO's sign stands alone.
 */
export const MUST_NOT: readonly MustNot[] = [
  { code: 'keep_papers', sources: [trainingAct('Art. 48'), iloSign('Retention of identity documents')] },
  { code: 'limit_life', sources: [trainingAct('Art. 48'), iloSign('Restriction of movement; isolation')] },
  { code: 'violence', sources: [iloSign('Physical and sexual violence; intimidation and threats')] },
  { code: 'penalty', sources: [trainingAct('Art. 47(1)'), landingCriteria('item 2'), labourStandards('Art. 16')] },
  {
    code: 'deposit',
    sources: [
      landingCriteria('item 2'),
      {
        kind: 'law',
        schemes: TRAINEES,
        title: 'TITP Enforcement Ordinance (MOJ/MHLW Ordinance No. 3 of 2016)',
        article: 'Arts. 10 and 25',
        isRead: false,
        checkedOn: CHECKED_ON,
      },
    ],
  },
  { code: 'forced_savings', sources: [trainingAct('Art. 47(2)'), labourStandards('Art. 18')] },
  { code: 'withhold_pay', sources: [labourStandards('Art. 24'), iloSign('Withholding of wages')] },
  {
    code: 'send_home',
    sources: [
      {
        kind: 'desk',
        schemes: TRAINEES,
        title: 'OTIT emergency desk (SOS), since 21 April 2021: beatings, forced return, harassment, denied care',
        article: null,
        isRead: true,
        checkedOn: CHECKED_ON,
      },
    ],
  },
  { code: 'punish_report', sources: [trainingAct('Art. 49'), labourStandards('Art. 104')] },
  { code: 'hide_costs', sources: [landingCriteria('item 3')] },
]

/** A statement with the source that stands nearest to a programme. */
export type MustNotHere = { readonly code: MustNotCode; readonly source: MustNotSource }

/** What counts in a programme, laws first; each statement once, with the law of the programme before the general one. */
export function mustNotIn(scheme: SchemeCode): readonly MustNotHere[] {
  const here = MUST_NOT.flatMap(({ code, sources }) => {
    const counting = sources.filter(({ schemes }) => schemes === '*' || schemes.includes(scheme))
    const [source] = counting.toSorted((a, b) => distance(a) - distance(b))
    return source === undefined ? [] : [{ code, source }]
  })
  return here.toSorted((a, b) => RANK[a.source.kind] - RANK[b.source.kind])
}

const RANK = { law: 0, desk: 1, sign: 2 } as const

function distance({ kind, schemes }: MustNotSource): number {
  return RANK[kind] * 2 + (schemes === '*' ? 1 : 0)
}
