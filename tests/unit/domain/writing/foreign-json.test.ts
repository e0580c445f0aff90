import { expect, test } from 'vitest'
import { foreignJson } from '@/lib/domain/writing/foreign-json'
import { beginFileSchema } from '@/lib/schemas/files/begin-file'
import { toldReportSchema } from '@/lib/schemas/report/told-report'

test('what is no JSON is nothing', () => {
  expect(foreignJson('{"a":')).toBeNull()
  expect(foreignJson('')).toBeNull()
  expect(foreignJson('{"a":[1,"x",null]}')).toEqual({ a: [1, 'x', null] })
})

// Such an object cannot be compared with a number; the checks of length in schemas throw over it.
const HOSTILE = '{"length":{"toString":1,"valueOf":1}}'

test.each([
  ['a file', beginFileSchema, `{"name":${HOSTILE},"for":${HOSTILE},"bytes":${HOSTILE},"purpose":${HOSTILE}}`],
  [
    'a report',
    toldReportSchema,
    `{"v":1,"token":${HOSTILE},"locale":"vi","steps":{"story":{"story":${HOSTILE}}},"fees":${HOSTILE}}`,
  ],
] as const)('%s with objects that cannot be compared is refused and breaks nothing', (_name, schema, text) => {
  expect(schema.safeParse(foreignJson(text)).success).toBe(false)
})

test('nothing in it stands in the place of what every object has', () => {
  const read = foreignJson('{"__proto__":{"isAdmin":true},"toString":1,"valueOf":2,"constructor":3}') as Record<
    string,
    unknown
  >
  expect(Object.keys(read)).toEqual(['constructor'])
  expect(read['isAdmin']).toBeUndefined()
  expect(() => Number(read)).not.toThrow()
})
