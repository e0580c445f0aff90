import { expect, test } from 'vitest'
import { chooseOffice } from '@/lib/domain/offices'

const helpdesk = { id: '1', code: 'helpdesk', name: 'Helpdesk', intakeOrigins: [], isDefaultIntake: true }
const union = { id: '2', code: 'union', name: 'Union', intakeOrigins: ['PH', 'CN'], isDefaultIntake: false }

test('a report goes to the office that takes its country of origin', () => {
  expect(chooseOffice([helpdesk, union], 'PH')).toBe(union)
})

test('every other report goes to the default office', () => {
  expect(chooseOffice([union, helpdesk], 'VN')).toBe(helpdesk)
  expect(chooseOffice([union, helpdesk], undefined)).toBe(helpdesk)
})

test('without an office that takes it there is none', () => {
  expect(chooseOffice([union], 'VN')).toBeNull()
})
