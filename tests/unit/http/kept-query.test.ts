import { expect, test } from 'vitest'
import { keptQuery } from '@/components/ui/kept-query'

const kept = (pathname: string, query: string) => keptQuery(pathname, new URLSearchParams(query))

test.each([
  ['/vi/report', 'via=ABC&guess=123', '?via=ABC'],
  ['/vi/report/check', 'back=check&x=1', '?back=check'],
  ['/vi/rights', 'from=VN&scheme=titp', '?from=VN&scheme=titp'],
  ['/vi/fees', 'l1_kind=a&l1_amount=5', '?l1_kind=a&l1_amount=5'],
  ['/en/cases', 'state=received&after=x', '?state=received&after=x'],
  ['/vi', '', ''],
  ['/vi/help', 'lang=vi&'.repeat(300), ''],
])('%s with %s goes along as %s', (pathname, query, expected) => {
  expect(kept(pathname, query)).toBe(expected)
})

test.each(['/vi/report/receipt', '/en/cases/new/receipt', '/vi/track', '/vi/track/case', '/vi/track/case/files'])(
  'nothing of an address is repeated on %s',
  (pathname) => {
    expect(kept(pathname, 'via=1&back=check&of=2&sent=1')).toBe('')
  },
)
