import type { ImportProblem } from '@/lib/domain/imports/import-states'

const BY_MESSAGE: Readonly<Record<string, ImportProblem>> = {
  'errors.choose_known': 'unknown_word',
  'errors.too_long': 'too_long',
  'report.story_too_long': 'too_long',
  'errors.currency_unknown': 'currency',
  'errors.currency_required': 'currency',
  'errors.email_unreadable': 'contact',
  'errors.phone_unreadable': 'contact',
  'report.months_unreadable': 'number',
  'report.percent_unreadable': 'number',
  'report.amount_ambiguous': 'amount_unlikely',
  'report.amount_suspicious': 'amount_unlikely',
  'report.amount_improbable': 'amount_unlikely',
  'report.amount_low_pay': 'amount_unlikely',
  'report.refunded_more': 'amount_unlikely',
}

/** What is wrong with a cell, from the field it was typed into and the message of its schema. */
export function problemOf(name: string, message: string): ImportProblem {
  if (name === 'month' || name === 'year') return 'date'
  const known = BY_MESSAGE[message]
  if (known !== undefined) return known
  return message.includes('.amount_') ? 'amount' : 'other'
}
