import { describe, expect, it } from 'vitest'
import {
  bestRelated,
  isPerhapsTwice,
  RELATED_FROM,
  RELATED_SHOWN,
  weighShared,
  type OtherCase,
  type SharedTraits,
} from '@/lib/domain/related-cases'

const NOTHING: SharedTraits = {
  roles: [],
  sameJobOrder: false,
  sameProgramme: false,
  samePoster: false,
  sameCorridor: false,
  sameTotal: false,
  sameAmounts: 0,
  sameLanguage: false,
  daysApart: 200,
}
const OTHER: OtherCase = {
  id: 'a',
  number: 'AAAA-AAAA',
  state: 'triage',
  severity: 'high',
  closingCode: null,
  receivedAt: new Date('2026-11-01T00:00:00Z'),
}
const shared = (change: Partial<SharedTraits>) => ({ ...NOTHING, ...change })

describe('what two cases share', () => {
  it.each<[string, Partial<SharedTraits>, number, readonly string[]]>([
    ['nothing', {}, 0, []],
    ['a company', { roles: ['accepting_company'] }, 40, ['same_party:accepting_company']],
    ['a go-between', { roles: ['broker'] }, 40, ['same_party:broker']],
    ['a sending organisation', { roles: ['sending_organization'] }, 30, ['same_party:sending_organization']],
    ['a role without a weight of its own', { roles: ['other'] }, 15, ['same_party:other']],
    ['an authority is no reason', { roles: ['authority'] }, 0, []],
    ['a job order', { sameJobOrder: true }, 45, ['same_job_order']],
    ['the same total', { sameTotal: true }, 30, ['same_amounts']],
    ['one payment of the same amount', { sameAmounts: 1 }, 30, ['same_amounts']],
    ['total and payments count once', { sameTotal: true, sameAmounts: 3 }, 30, ['same_amounts']],
    ['a poster', { samePoster: true }, 15, ['same_poster']],
    ['a month', { daysApart: 31 }, 10, ['same_month']],
    ['a day more than a month', { daysApart: 32 }, 0, []],
    ['a corridor', { sameCorridor: true }, 5, ['same_corridor']],
    ['a programme', { sameProgramme: true }, 5, ['same_programme']],
    ['a language alone', { sameLanguage: true }, 0, []],
    [
      'heaviest first',
      { roles: ['sending_organization'], daysApart: 3, sameCorridor: true, sameJobOrder: true },
      90,
      ['same_job_order', 'same_party:sending_organization', 'same_month', 'same_corridor'],
    ],
  ])('%s', (_name, change, score, reasons) => {
    expect(weighShared(shared(change))).toEqual({ score, reasons })
  })

  it.each<[string, Partial<SharedTraits>, boolean]>([
    [
      'poster, month and corridor are half of an office’s cases',
      { samePoster: true, daysApart: 1, sameCorridor: true },
      false,
    ],
    ['a sending organisation in another month, by itself', { roles: ['sending_organization'] }, false],
    ['a sending organisation of the same corridor', { roles: ['sending_organization'], sameCorridor: true }, true],
    ['same corridor, same month, same amounts', { sameCorridor: true, daysApart: 20, sameTotal: true }, true],
    ['a job order', { sameJobOrder: true }, true],
  ])('is offered or not: %s', (_name, change, offered) => {
    expect(bestRelated([{ ...OTHER, ...shared(change) }])).toHaveLength(offered ? 1 : 0)
    expect(weighShared(shared(change)).score >= RELATED_FROM).toBe(offered)
  })

  it('offers the best five, of equals the nearer one', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({
      ...OTHER,
      id: String(index),
      number: `N${index}`,
      ...shared({ roles: ['broker'], daysApart: 100 - index }),
    }))
    const best = bestRelated([
      ...many,
      { ...OTHER, number: 'BEST', ...shared({ roles: ['broker'], sameJobOrder: true }) },
    ])
    expect(best.map(({ number }) => number)).toEqual(['BEST', 'N7', 'N6', 'N5', 'N4'])
    expect(best).toHaveLength(RELATED_SHOWN)
  })
})

describe('perhaps told twice', () => {
  const twice = shared({ roles: ['broker'], sameAmounts: 1, sameLanguage: true, daysApart: 14 })
  it.each<[string, Partial<SharedTraits>, boolean]>([
    ['same party, money, language, within two weeks', {}, true],
    ['another party', { roles: [] }, false],
    ['other money', { sameAmounts: 0 }, false],
    ['another language', { sameLanguage: false }, false],
    ['a day later', { daysApart: 15 }, false],
  ])('%s', (_name, change, expected) => {
    expect(isPerhapsTwice({ ...twice, ...change })).toBe(expected)
  })

  it('is not said of a case that was closed as a duplicate itself', () => {
    const closed = { ...OTHER, closingCode: 'duplicate_merged' as const, ...twice }
    expect(bestRelated([closed])[0]?.isPerhapsDuplicate).toBe(false)
    expect(bestRelated([{ ...closed, closingCode: null }])[0]?.isPerhapsDuplicate).toBe(true)
  })
})
