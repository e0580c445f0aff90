import { expect, test } from 'vitest'
import { PARTY_LOCALES } from '@/lib/domain/answers/request'
import { KEEP_IN, languageToKeepIn } from '@/lib/schemas/answers/answer'

test.each(PARTY_LOCALES)('the button of another language keeps what a party typed and goes on in %s', (locale) => {
  expect(languageToKeepIn(`${KEEP_IN}${locale}`)).toBe(locale)
})

test.each(['keep', 'keep:', 'keep:xx', 'vi', '', null])('no language is meant by %j', (act) => {
  expect(languageToKeepIn(act)).toBeNull()
})
