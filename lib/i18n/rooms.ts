/** The source words of every room. A new room is a line here, a line below, and a file in every language. */
export type RoomWords = {
  cases: typeof import('./messages/en/cases.json')
  codes: typeof import('./messages/en/codes.json')
  common: typeof import('./messages/en/common.json')
  errors: typeof import('./messages/en/errors.json')
  fees: typeof import('./messages/en/fees.json')
  files: typeof import('./messages/en/files.json')
  ledger: typeof import('./messages/en/ledger.json')
  offline: typeof import('./messages/en/offline.json')
  report: typeof import('./messages/en/report.json')
  rights: typeof import('./messages/en/rights.json')
  settings: typeof import('./messages/en/settings.json')
  statistics: typeof import('./messages/en/statistics.json')
  track: typeof import('./messages/en/track.json')
}

export type Room = keyof RoomWords

/** Who reads a room: workers in every language, staff in the three of the staff side. */
export const ROOM_READERS: Readonly<Record<Room, 'worker' | 'staff'>> = {
  cases: 'staff',
  codes: 'worker',
  common: 'worker',
  errors: 'worker',
  fees: 'worker',
  files: 'worker',
  ledger: 'staff',
  offline: 'worker',
  report: 'worker',
  rights: 'worker',
  settings: 'staff',
  statistics: 'staff',
  track: 'worker',
}

export const ROOMS = Object.keys(ROOM_READERS) as readonly Room[]

/** The rooms a worker's page takes its words from. */
export const WORKER_ROOMS = ROOMS.filter((room) => ROOM_READERS[room] === 'worker')
