import fc from 'fast-check'
import { toldOf } from '@/lib/platform/told-of-error'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import { readLegalRule } from '@/lib/schemas/forums/legal-rule'
import { readStoredMapping } from '@/lib/schemas/imports/import-forms'
import { readDraftPayload } from '@/lib/schemas/report/draft-payload'
import { readBackupFailure, readLastBackup, readRestoredFrom } from '@/lib/schemas/system/last-backup'
import { readHeldForm } from '@/lib/schemas/track/held-form'
import { anything, jsonText, record, text } from '../arbitraries'
import { must, property, type Tried } from './tried'

/** What was stored as JSON. */
const stored = (...keys: readonly string[]) => record(keys, fc.oneof(text, fc.jsonValue({ maxDepth: 2 })))

/** What was stored: by an older version, or by a hand. */
export const STORED: readonly Tried[] = [
  [
    'readFeeRule',
    property(
      stored('id', 'version', 'category', 'limit', 'source', 'verification', 'origins', 'schemes', 'payees'),
      readFeeRule,
    ),
  ],
  [
    'readLegalRule',
    property(
      stored('id', 'version', 'kind', 'claims', 'origins', 'schemes', 'against', 'source', 'verification', 'period'),
      readLegalRule,
    ),
  ],
  [
    'readDraftPayload',
    property(fc.oneof(anything, record(['answers', 'locale', 'edits', 'filing', 'lines', 'fees'])), (given) => {
      try {
        readDraftPayload(given)
      } catch (error) {
        // Sealed by us: what cannot be read is a mistake of ours, and says so.
        must(error instanceof Error)
      }
    }),
  ],
  ['readHeldForm', property(anything, readHeldForm)],
  [
    'readStoredMapping',
    property(stored('columns', 'meanings', 'channel', 'language', 'consentMethod', 'currency'), readStoredMapping),
  ],
  ['readLastBackup', property(jsonText, readLastBackup)],
  ['readBackupFailure', property(jsonText, readBackupFailure)],
  ['readRestoredFrom', property(jsonText, readRestoredFrom)],
  [
    'toldOf',
    property(fc.tuple(text, text), ([message, name]) => {
      const told = toldOf(Object.assign(new Error(`${message}`), { name }))
      must(told.code.length <= 130)
    }),
  ],
]
