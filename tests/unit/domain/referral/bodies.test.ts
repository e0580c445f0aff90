import { expect, it } from 'vitest'
import { dangerContacts } from '@/lib/domain/referral/danger-contacts'
import {
  answeredLanguages,
  bodiesAnswering,
  directory,
  lineLanguageOf,
  problemsOf,
  REFERRAL_BODIES,
} from '@/lib/domain/referral/directory'
import { EMERGENCY_NUMBERS } from '@/lib/domain/referral/emergency'
import { LOCALES } from '@/lib/i18n/locales'
import common from '@/lib/i18n/messages/en/common.json'
import rights from '@/lib/i18n/messages/en/rights.json'

const codes = (found: readonly { readonly body: { readonly code: string } }[]) => found.map(({ body }) => body.code)

it('a Vietnamese reader gets the number that answers in Vietnamese', () => {
  const hotline = bodiesAnswering('vi').find(({ body }) => body.code === 'labour_hotline')
  expect(hotline?.lines.map((line) => line.number)).toEqual(['0120-531-406'])
})

it('no body is offered in a language without a number for it', () => {
  expect(codes(bodiesAnswering('vi'))).not.toContain('labour_daytime')
  for (const { lines } of bodiesAnswering('km')) expect(lines.length).toBeGreaterThan(0)
})

it('every entry says how it is known and when that was looked up, and has its words', () => {
  const words: Readonly<Record<string, string>> = { ...common, ...rights }
  for (const body of REFERRAL_BODIES) {
    expect(body.source, body.code).not.toBe('')
    expect(body.checkedOn, body.code).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const room = body.country === 'JP' ? 'common' : 'rights'
    expect(words[`${room}.body_${body.code}`], body.code).toBeTruthy()
    expect(words[`${room}.body_${body.code}_who`], body.code).toBeTruthy()
    for (const line of body.lines)
      if (body.country === 'JP') expect(line.number, body.code).toMatch(/^0[\d-]{8,12}$/)
      else
        expect(line.number, body.code).toMatch(line.remark === 'from_abroad' ? /^\+\d[\d-]{8,16}$/ : /^\d[\d-]{3,9}$/)
  }
})

it('place, problem and language narrow the list, alone and together', () => {
  const all = directory({ language: null, place: null, problem: null })
  expect(all).toHaveLength(REFERRAL_BODIES.length)
  expect(codes(directory({ language: null, place: 'online', problem: null }))).toEqual(['dv_plus'])
  expect(codes(directory({ language: null, place: 'embassy', problem: null }))).toEqual(['vn_dolab'])
  expect(codes(directory({ language: 'id', place: 'origin', problem: null }))).toEqual(['id_kp2mi'])
  const money = codes(directory({ language: 'vi', place: 'national', problem: 'money' }))
  expect(money).toContain('houterasu')
  expect(money).not.toContain('human_rights')
  expect(directory({ language: 'mn', place: 'online', problem: null })).toEqual([])
})

it('every body is for some problem, so that each can be found', () => {
  for (const body of REFERRAL_BODIES) expect(problemsOf(body).length, body.code).toBeGreaterThan(0)
})

it('every language of the pages is one that some number answers in', () => {
  for (const locale of LOCALES) expect(answeredLanguages(), locale).toContain(lineLanguageOf(locale))
  expect(lineLanguageOf('zh-Hans')).toBe('zh')
  expect(lineLanguageOf('xx')).toBeNull()
})

it('no office of a country that may endanger its own workers is named', () => {
  expect(REFERRAL_BODIES.filter(({ country }) => country === 'MM')).toEqual([])
})

const trainee = { locale: 'vi', origin: 'VN', scheme: 'titp', dangers: ['sent_home_within_7_days'] } as const

it('a danger brings at most two hotlines in the reader’s language, and the home line where it can be dialled from Japan', () => {
  expect(codes(dangerContacts(trainee))).toEqual(['otit', 'isa_info'])
  expect(codes(dangerContacts({ ...trainee, scheme: 'ssw' }))).toEqual(['isa_info', 'human_rights'])
  expect(codes(dangerContacts({ ...trainee, locale: 'id', origin: 'ID' }))).toEqual(['otit', 'isa_info', 'id_kp2mi'])
  // 1348 is dialled inside the Philippines only: no help in Japan.
  expect(codes(dangerContacts({ ...trainee, locale: 'fil', origin: 'PH' }))).not.toContain('ph_dmw')
  const home = dangerContacts({ ...trainee, locale: 'id', origin: 'ID' }).at(-1)
  expect(home?.lines.map(({ number }) => number)).toEqual(['+62-21-29244800'])
})

it('who thinks of ending it all gets the line for that, and nobody gets a line in a language of others', () => {
  expect(codes(dangerContacts({ ...trainee, dangers: ['thinking_of_self_harm'] }))).toEqual(['yorisoi'])
  for (const locale of LOCALES)
    for (const { body, lines } of dangerContacts({ ...trainee, locale, dangers: ['in_danger_now'] }))
      if (body.country === 'JP')
        for (const line of lines) expect(line.languages ?? body.languages).toContain(lineLanguageOf(locale))
})

it('the emergency numbers of Japan are 110 and 119, with the day they were looked up', () => {
  expect(EMERGENCY_NUMBERS.JP).toMatchObject({ police: '110', ambulance: '119', checkedOn: '2026-11-20' })
})
