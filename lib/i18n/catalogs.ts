import 'server-only'
import type { Locale } from './locales'
import type { MessageKey } from './message-key'
import enCases from './messages/en/cases.json'
import enCodes from './messages/en/codes.json'
import enCommon from './messages/en/common.json'
import enErrors from './messages/en/errors.json'
import enFees from './messages/en/fees.json'
import enLedger from './messages/en/ledger.json'
import enFiles from './messages/en/files.json'
import enOffline from './messages/en/offline.json'
import enRights from './messages/en/rights.json'
import enReport from './messages/en/report.json'
import enSettings from './messages/en/settings.json'
import enStatistics from './messages/en/statistics.json'
import enTrack from './messages/en/track.json'
import viCases from './messages/vi/cases.json'
import viCodes from './messages/vi/codes.json'
import viCommon from './messages/vi/common.json'
import viErrors from './messages/vi/errors.json'
import viFees from './messages/vi/fees.json'
import viLedger from './messages/vi/ledger.json'
import viFiles from './messages/vi/files.json'
import viOffline from './messages/vi/offline.json'
import viRights from './messages/vi/rights.json'
import viReport from './messages/vi/report.json'
import viSettings from './messages/vi/settings.json'
import viStatistics from './messages/vi/statistics.json'
import viTrack from './messages/vi/track.json'

export type Catalog = Readonly<Record<MessageKey, string>>

/** All words of the product. A language that lacks a key of the source language does not compile. */
export const CATALOGS: Readonly<Record<Locale, Catalog>> = {
  en: {
    ...enCases,
    ...enCodes,
    ...enCommon,
    ...enErrors,
    ...enFees,
    ...enLedger,
    ...enFiles,
    ...enOffline,
    ...enRights,
    ...enReport,
    ...enSettings,
    ...enStatistics,
    ...enTrack,
  } satisfies Catalog,
  vi: {
    ...viCases,
    ...viCodes,
    ...viCommon,
    ...viErrors,
    ...viFees,
    ...viLedger,
    ...viFiles,
    ...viOffline,
    ...viRights,
    ...viReport,
    ...viSettings,
    ...viStatistics,
    ...viTrack,
  } satisfies Catalog,
}
