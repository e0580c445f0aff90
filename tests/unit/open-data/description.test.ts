import { globSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { publicIndex, publicationList } from '@/components/open-data/publication-list'
import { publicWords } from '@/components/open-data/public-words'
import { publicTable } from '@/lib/domain/statistics/open-data/public-table'
import { PUBLICATIONS } from '@/lib/domain/statistics/publications'
import { translatorFor } from '@/lib/i18n/translate'
import { publicDescription } from '@/lib/schemas/open-data/description'
import { aPublicRelease } from '../../support/public-release'
import { describedSchema } from '../../support/described'

const t = translatorFor('en')

describe('the description of the public interface', () => {
  it('is OpenAPI 3.1 with an operation of its own name for every address', () => {
    const { openapi, paths } = publicDescription()
    expect(openapi).toBe('3.1.0')
    const ids = Object.values(paths).map(({ get }) => get.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('describes every route there is, and no other', () => {
    const routes = globSync('app/api/v1/public/**/route.ts').map((file) =>
      `/${file.replace(/^app\/api\/v1\/public\/?/u, '').replace(/\/?route\.ts$/u, '')}`.replaceAll(
        /\[(\w+)\]/gu,
        '{$1}',
      ),
    )
    const described = Object.keys(publicDescription().paths).map((path) => path.replace(/\{name\}\.\w+$/u, '{file}'))
    expect([...new Set(described)].sort()).toEqual(routes.sort())
  })

  it('refuses what is not as described', () => {
    const schema = describedSchema('/publications/{name}.json')
    expect(schema.safeParse({ name: 'reports' }).success).toBe(false)
    const [publication] = PUBLICATIONS
    if (publication === undefined) throw new Error('no table')
    const table = publicTable(publication, aPublicRelease(publication), '2026-11-20', publicWords(t))
    expect(schema.safeParse({ ...table, version: 7 }).success).toBe(false)
  })
})

test.each(PUBLICATIONS)('the table $name is as described', (publication) => {
  const table = publicTable(publication, aPublicRelease(publication), '2026-11-20', publicWords(t))
  expect(check('/publications/{name}.json', table).issues).toEqual([])
})

test('the index and the list of tables are as described', () => {
  expect(check('/', publicIndex(t)).issues).toEqual([])
  expect(check('/publications', publicationList(t)).issues).toEqual([])
})

function check(path: string, answer: unknown): z.ZodError {
  const result = describedSchema(path).safeParse(JSON.parse(JSON.stringify(answer)))
  return result.error ?? new z.ZodError([])
}
