import type account from './messages/en/account.json'
import type answers from './messages/en/answers.json'
import type cases from './messages/en/cases.json'
import type codes from './messages/en/codes.json'
import type common from './messages/en/common.json'
import type errors from './messages/en/errors.json'
import type fees from './messages/en/fees.json'
import type files from './messages/en/files.json'
import type forums from './messages/en/forums.json'
import type imports from './messages/en/imports.json'
import type jobs from './messages/en/jobs.json'
import type learning from './messages/en/learning.json'
import type ledger from './messages/en/ledger.json'
import type notices from './messages/en/notices.json'
import type offline from './messages/en/offline.json'
import type openData from './messages/en/open_data.json'
import type parties from './messages/en/parties.json'
import type privacy from './messages/en/privacy.json'
import type referrals from './messages/en/referrals.json'
import type remedies from './messages/en/remedies.json'
import type report from './messages/en/report.json'
import type rights from './messages/en/rights.json'
import type settings from './messages/en/settings.json'
import type statistics from './messages/en/statistics.json'
import type system from './messages/en/system.json'
import type track from './messages/en/track.json'

/** The source words of every room. A new room is its line in each list of this file, and a file in every language. */
export type RoomWords = {
  account: typeof account
  answers: typeof answers
  cases: typeof cases
  codes: typeof codes
  common: typeof common
  errors: typeof errors
  fees: typeof fees
  files: typeof files
  forums: typeof forums
  imports: typeof imports
  jobs: typeof jobs
  learning: typeof learning
  ledger: typeof ledger
  notices: typeof notices
  offline: typeof offline
  open_data: typeof openData
  parties: typeof parties
  privacy: typeof privacy
  referrals: typeof referrals
  remedies: typeof remedies
  report: typeof report
  rights: typeof rights
  settings: typeof settings
  statistics: typeof statistics
  system: typeof system
  track: typeof track
}

export type Room = keyof RoomWords

/** Who reads a room: workers in every language, staff in the three of the staff side. */
export const ROOM_READERS: Readonly<Record<Room, 'worker' | 'staff'>> = {
  account: 'staff',
  answers: 'staff',
  cases: 'staff',
  codes: 'worker',
  common: 'worker',
  errors: 'worker',
  fees: 'worker',
  files: 'worker',
  forums: 'staff',
  imports: 'staff',
  jobs: 'staff',
  learning: 'staff',
  ledger: 'staff',
  notices: 'staff',
  offline: 'worker',
  open_data: 'worker',
  parties: 'staff',
  privacy: 'staff',
  referrals: 'staff',
  remedies: 'staff',
  report: 'worker',
  rights: 'worker',
  settings: 'staff',
  statistics: 'staff',
  system: 'staff',
  track: 'worker',
}

export const ROOMS = Object.keys(ROOM_READERS) as readonly Room[]

/** The rooms a worker's page takes its words from. */
export const WORKER_ROOMS = ROOMS.filter((room) => ROOM_READERS[room] === 'worker')
