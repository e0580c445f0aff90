import { describe, expect, test } from 'vitest'
import { fieldName, headingAliases, knownWords } from '@/components/imports/import-words'
import { IMPORT_FIELDS } from '@/lib/domain/imports/import-fields'
import { claimedTwice, guessColumns, type ImportMapping } from '@/lib/domain/imports/import-mapping'
import { STAFF_LOCALES } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readRow } from '@/lib/schemas/imports/row-answers'
import { readWordMeanings } from '@/lib/schemas/imports/word-meanings'

const KNOWN = knownWords()
const row = (cells: Readonly<Record<string, string>>, change: Partial<ImportMapping> = {}) => {
  const mapping: ImportMapping = {
    columns: Object.keys(cells),
    meanings: {},
    channel: 'ngo',
    language: 'vi',
    consentMethod: 'paper',
    currency: '',
    ...change,
  }
  return readRow(Object.values(cells), mapping, KNOWN, '2026-11-21')
}
const problems = (cells: Readonly<Record<string, string>>) => row(cells).problems

describe('a row', () => {
  test('is the report that the screens would make of the same answers', () => {
    expect(
      row({
        origin: 'Vietnam',
        scheme: 'titp',
        grievances: 'fees_debt; wages_unpaid',
        name_broker: 'chú Ba',
        fee1_payee: 'broker',
        fee1_category: 'rf_broker_introduction',
        fee1_amount: '25 triệu',
        fee1_date: '2025-02',
        story: ' Một, hai ',
        consent_statistics: 'yes',
      }),
    ).toMatchObject({
      problems: [],
      language: 'vi',
      answers: {
        origin: 'VN',
        scheme: 'titp',
        grievances: ['fees_debt', 'wages_unpaid'],
        parties: [{ role: 'broker', name: 'chú Ba' }],
        paid: 'yes',
        fees: [
          {
            payeeRole: 'broker',
            category: 'rf_broker_introduction',
            amountText: '25 triệu',
            amountMinor: '25000000',
            currency: 'VND',
            paidOn: '2025-02',
          },
        ],
        story: 'Một, hai',
        consents: ['statistics'],
      },
    })
  })

  test('agrees to nothing unless a cell says yes', () => {
    for (const said of ['', 'no', '0', 'không'])
      expect(row({ story: 'x', consent_keep_complaint: said }).answers.consents, said).toEqual([])
    for (const said of ['yes', 'x', 'có', 'はい', '1'])
      expect(row({ story: 'x', consent_keep_complaint: said }).answers.consents, said).toEqual(['keep_complaint'])
    expect(problems({ story: 'x', consent_keep_complaint: 'maybe' })).toEqual([{ column: 1, code: 'unknown_word' }])
  })

  test.each([
    [{ origin: 'VN' }, [{ column: -1, code: 'nothing_told' }]],
    [{ story: 'x', grievances: 'fees_debt; nonsense' }, [{ column: 1, code: 'unknown_word' }]],
    [{ story: 'x', origin: 'VN', fee1_amount: 'a lot' }, [{ column: 2, code: 'amount' }]],
    [{ story: 'x', origin: 'VN', fee1_amount: '25' }, [{ column: 2, code: 'amount_unlikely' }]],
    [{ story: 'x', fee1_amount: '2500' }, [{ column: 1, code: 'currency' }]],
    [{ story: 'x', fee1_amount: '2500', fee1_currency: 'XXX' }, [{ column: 2, code: 'unknown_word' }]],
    [{ story: 'x', fee1_category: 'rf_broker_introduction', fee1_date: '2099' }, [{ column: 2, code: 'date' }]],
    [{ story: 'x', contract_months: 'long' }, [{ column: 1, code: 'number' }]],
    [{ story: 'x', channel: 'email', contact: 'nobody' }, [{ column: 2, code: 'contact' }]],
    [{ story: 'x', contact: '090 1234' }, [{ column: 1, code: 'contact' }]],
    [{ story: 'x'.repeat(50_001) }, [{ column: 0, code: 'too_long' }]],
    [{ story: 'x', language: 'Klingon' }, [{ column: 1, code: 'language' }]],
  ])('says what is wrong with which cell (%#)', (cells, expected) => {
    expect(problems(cells as Record<string, string>)).toEqual(expected)
  })

  test('takes what an officer says that a word means, also that it means nothing', () => {
    const data = new FormData()
    data.set('wordof_0', JSON.stringify(['grievances', 'Lương chậm']))
    data.set('word_0', 'wages_unpaid')
    data.set('wordof_1', JSON.stringify(['scheme', 'n/a']))
    data.set('word_1', '')
    data.set('wordof_2', JSON.stringify(['scheme', 'later']))
    data.set('word_2', '?')
    data.set('wordof_3', JSON.stringify(['scheme', 'forged']))
    data.set('word_3', 'no_such_code')
    const meanings = readWordMeanings(data, {})
    expect(meanings).toEqual({ grievances: { lươngchậm: 'wages_unpaid' }, scheme: { 'n/a': '' } })
    const read = row({ story: 'x', grievances: 'LƯƠNG CHẬM', scheme: 'N/A' }, { meanings })
    expect(read).toMatchObject({ problems: [], answers: { grievances: ['wages_unpaid'] } })
    expect(read.answers.scheme).toBeUndefined()
  })
})

describe('who reports', () => {
  const cells = { story: 'x', sex: 'Nữ', age_band: '25_34', education: 'Uni', sector: '農業' }

  test('is read by code or word, and kept where the row says yes to statistics', () => {
    const { answers, problems: wrong } = row({ ...cells, education: '大学、短大', consent_statistics: 'yes' })
    expect(wrong).toEqual([])
    expect(answers.person).toEqual({ sex: 'female', ageBand: '25_34', education: 'university', sector: 'agriculture' })
    expect(row({ ...cells, education: '' }).answers.person).toBeUndefined()
  })

  test('is wrong in its cell when the word means nothing', () => {
    expect(problems(cells)).toEqual([{ column: 3, code: 'unknown_word' }])
  })
})

describe('the columns', () => {
  test.each(STAFF_LOCALES)('are found by the names of the fields in %s, none of which says two things', (locale) => {
    const names = IMPORT_FIELDS.map((field) => fieldName(translatorFor(locale), field))
    expect(new Set(names).size).toBe(names.length)
    expect(guessColumns(names, headingAliases())).toEqual(IMPORT_FIELDS.map(({ key }) => key))
  })

  test('are found by the keys, once each; what is not known is not read', () => {
    expect(guessColumns(['Story', 'fee1 amount', 'story', 'x'], {})).toEqual(['story', 'fee1_amount', '', ''])
    expect(claimedTwice(['story', '', '', 'story', 'origin'])).toEqual(['story'])
  })

  test.each(STAFF_LOCALES)('take our words for every code in %s', (locale) => {
    const t = translatorFor(locale)
    for (const field of IMPORT_FIELDS) {
      if (field.codes === undefined || field.labels === undefined || field.labels === 'yes_no') continue
      for (const code of field.codes) {
        const word = t.has(`codes.${field.labels}.${code}`) ? t(`codes.${field.labels}.${code}` as never) : code
        const read = readRow(
          [word],
          { columns: [field.key], meanings: {}, channel: 'ngo', language: 'vi', consentMethod: 'paper', currency: '' },
          KNOWN,
          '2026-11-21',
        )
        expect(
          read.problems.filter((problem) => problem.code === 'unknown_word'),
          `${field.key} ${word}`,
        ).toEqual([])
      }
    }
  })
})
