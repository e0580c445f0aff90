import { expect, test } from 'vitest'
import { ASKING_TEMPLATES, MESSAGE_TEMPLATES, isMessageTemplate, newsPromisedBy } from '@/lib/domain/message-templates'
import { LOCALES, STAFF_LOCALES } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

const PARAMS = { number: 'K7M4-Q9XD', day: 'DAY' }

test.each(LOCALES)('every template can be sent in %s, filled in and without marks of readings', (locale) => {
  const t = translatorFor(locale)
  for (const code of MESSAGE_TEMPLATES) {
    const words = t(`track.template_${code}`, PARAMS)
    expect(words, code).not.toMatch(/[{}[\]|\uFFF9-\uFFFB]/u)
    expect(words.includes('K7M4-Q9XD'), `${code} ${locale}`).toBe(code === 'received_thanks')
    expect(words.includes('DAY'), `${code} ${locale}`).toBe(code === 'still_working')
    if (locale !== 'en') expect(words, code).not.toBe(translatorFor('en')(`track.template_${code}`, PARAMS))
  }
})

test('every template has a name for officers, and asking ones are templates', () => {
  for (const locale of STAFF_LOCALES)
    for (const code of MESSAGE_TEMPLATES) expect(translatorFor(locale).has(`cases.template_${code}`), code).toBe(true)
  for (const code of ASKING_TEMPLATES) expect(isMessageTemplate(code)).toBe(true)
  expect(isMessageTemplate('other')).toBe(false)
  expect(isMessageTemplate(undefined)).toBe(false)
})

test('news is promised by the next status that is owed, else in a week', () => {
  const now = new Date('2026-11-21T00:00:00Z')
  const due = (kind: string, dueAt: string, pausedAt: Date | null = null) => ({
    kind,
    dueAt: new Date(dueAt),
    pausedAt,
  })
  const status = due('status_update', '2026-11-28T00:00:00Z')
  expect(newsPromisedBy([due('task', '2026-11-22T00:00:00Z'), status], now)).toEqual(status.dueAt)
  const week = new Date('2026-11-28T00:00:00Z')
  expect(newsPromisedBy([due('status_update', '2026-11-20T00:00:00Z')], now)).toEqual(week)
  expect(newsPromisedBy([due('status_update', '2026-11-22T00:00:00Z', now)], now)).toEqual(week)
})
