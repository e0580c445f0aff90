import { describe, expect, test } from 'vitest'
import { noAnswers } from '@/lib/domain/report/answers'
import { openCase } from '@/lib/domain/report/open-case'

const receivedAt = new Date('2026-11-20T09:00:00Z')

describe('openCase', () => {
  test('a story alone is of low severity, due for a first reply within seven days', () => {
    const opened = openCase({ ...noAnswers(), story: 'words', consents: ['keep_complaint'] }, receivedAt)
    expect(opened.severity).toBe('low')
    expect(opened.nextDeadline).toEqual({ kind: 'first_reply', dueAt: new Date('2026-11-27T09:00:00Z') })
    expect(opened.eraseDueAt).toBeNull()
    expect(opened.indicators).toEqual([])
  })

  test('danger makes it critical, due in four hours', () => {
    const opened = openCase({ ...noAnswers(), grievances: ['threats'], dangers: ['in_danger_now'] }, receivedAt)
    expect(opened.severity).toBe('critical')
    expect(opened.severityReasons).toContain('immediate_danger')
    expect(opened.nextDeadline?.dueAt).toEqual(new Date('2026-11-20T13:00:00Z'))
  })

  test('each sign names the answers that raised it', () => {
    const opened = openCase(
      { ...noAnswers(), grievances: ['document_retention', 'threats', 'forced_return'] },
      receivedAt,
    )
    expect(opened.indicators).toContainEqual({
      indicator: 'intimidation_threats',
      raisedBy: ['threats', 'forced_return'],
    })
    expect(opened.severityReasons).toContain('three_indicators')
  })

  test('without the consent to keep it, it is to be erased after thirty days', () => {
    expect(openCase({ ...noAnswers(), story: 'words' }, receivedAt).eraseDueAt).toEqual(
      new Date('2026-12-20T09:00:00Z'),
    )
  })
})
