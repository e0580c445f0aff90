import { expect, it } from 'vitest'
import { searchKeys, soughtKeys } from '@/lib/domain/parties/matching/keys'

const sought = (name: string) => soughtKeys(name, searchKeys(name))

it('looks for what sets a name apart, without the trade that thousands carry', () => {
  expect(sought('株式会社谷西沢製作所')).toEqual({ whole: [], inside: ['taninisisawa', 'yasaitaku', 'gusize'] })
  expect(sought('Blue Heron Amber Foods Ltd.').inside).toEqual(['anber blue heron'])
})

it('keeps the trade where little else is left, and leaves names without one as they are', () => {
  expect(sought('Fu Construction')).toMatchObject({ whole: ['construct fu', 'fuco'], inside: [] })
  expect(sought('An Phú')).toMatchObject({ whole: ['an fu', 'anph'], inside: [] })
})
