import { describe, expect, it, test } from 'vitest'
import { publicWords } from '@/components/open-data/public-words'
import { publicTable } from '@/lib/domain/statistics/open-data/public-table'
import { PUBLICATIONS, publicationOf, publishedFigure } from '@/lib/domain/statistics/publications'
import { isAnswerable, measureOf } from '@/lib/domain/statistics/registry/measure-list'
import { LOCALES } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { aPublicRelease } from '../../support/public-release'

describe.each(PUBLICATIONS)('the table $name', ({ name, query }) => {
  it('shows public measures only', () => {
    expect(query.measures.filter((code) => measureOf(code)?.isPublic !== true)).toEqual([])
  })

  it('asks what can be answered, and is found by its name', () => {
    expect(isAnswerable(query)).toBe(true)
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(publicationOf(name)?.query).toBe(query)
  })
})

test('every table has a name of its own', () => {
  expect(new Set(PUBLICATIONS.map(({ name }) => name)).size).toBe(PUBLICATIONS.length)
  expect(publicationOf('no-such-table')).toBeNull()
})

test('what is published elsewhere stands beside the same unit only', () => {
  // The workforce is published in shares, our reports are counted.
  expect(publishedFigure('reports', 'origin', 'VN')).toBeNull()
  expect(publishedFigure('paid_sending', 'origin', 'VN')?.point.unit).toBe('yen')
  expect(publishedFigure('paid_total', null, null)?.point.number).toBe(542_311)
})

describe.each(LOCALES)('a public table in %s', (locale) => {
  it('has words for all of it', () => {
    const words = publicWords(translatorFor(locale))
    for (const publication of PUBLICATIONS) {
      const table = publicTable(publication, aPublicRelease(publication), '2026-11-20', words)
      const said = [
        table.title,
        ...table.measures.flatMap(({ name, about }) => [name, about]),
        table.rows?.name ?? '',
        ...table.series.flatMap(({ caveats }) => caveats),
      ]
      expect(said.filter((word) => /^(?:table|measure|about|dimension|caveat)_/u.test(word))).toEqual([])
    }
  })
})

describe('a public table', () => {
  const table = publicTable(
    PUBLICATIONS[0] ?? { name: '', query: aPublicRelease().facts.query },
    aPublicRelease(),
    '2026-11-20',
    publicWords(translatorFor('en')),
  )

  it('marks what is held back, and never shows it as nothing', () => {
    const held = table.cells.filter(({ row }) => row === 'PH-JP')
    expect(held).toHaveLength(table.measures.length)
    for (const cell of held)
      expect(cell).toMatchObject({ value: 's', n: 's', missing: 's', reports: 's', interval_low: 's' })
  })

  it('does not tell when the facts were read or how often they changed', () => {
    const text = JSON.stringify(table)
    expect(text).not.toContain('4711')
    expect(text).not.toContain('10:11')
    expect(table.published_on).toBe('2026-11-20')
  })

  it('names its corridors in words', () => {
    expect(table.rows?.values[0]).toEqual({ code: 'VN-JP', label: 'Viet Nam to Japan' })
  })
})
