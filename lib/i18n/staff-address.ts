/** The first part of an address after its language, for every page of the staff. */
const STAFF_ROOMS: ReadonlySet<string> = new Set([
  'cases',
  'invitation',
  'groups',
  'learning',
  'notices',
  'parties',
  'posters',
  'referrals',
  'settings',
  'sign-in',
  'sign-out',
  'statistics',
])

/** Whether an address (`/en/cases/K7M4`) belongs to the staff side. */
export function isStaffAddress(pathname: string): boolean {
  return STAFF_ROOMS.has(pathname.split('/')[2] ?? '')
}
