import type casesMessages from './messages/en/cases.json'
import type codesMessages from './messages/en/codes.json'
import type commonMessages from './messages/en/common.json'
import type errorsMessages from './messages/en/errors.json'
import type feesMessages from './messages/en/fees.json'
import type ledgerMessages from './messages/en/ledger.json'
import type filesMessages from './messages/en/files.json'
import type offlineMessages from './messages/en/offline.json'
import type rightsMessages from './messages/en/rights.json'
import type reportMessages from './messages/en/report.json'
import type settingsMessages from './messages/en/settings.json'
import type statisticsMessages from './messages/en/statistics.json'
import type trackMessages from './messages/en/track.json'

/** Every message of the source language; a key is `namespace.name` and is written in full in its file. */
export type Messages = typeof casesMessages &
  typeof codesMessages &
  typeof commonMessages &
  typeof errorsMessages &
  typeof feesMessages &
  typeof ledgerMessages &
  typeof filesMessages &
  typeof offlineMessages &
  typeof rightsMessages &
  typeof reportMessages &
  typeof settingsMessages &
  typeof statisticsMessages &
  typeof trackMessages

export type MessageKey = keyof Messages

/** What a message may show: text, a count, or an instant. Money and dates are formatted before. */
export type MessageParams = Readonly<Record<string, string | number>>
