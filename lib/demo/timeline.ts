import type { CaseState } from '@/lib/domain/workflow/states'
import type { Random } from './random'

/** How many of 2,184 cases stand in a state today, and how many days ago such a case arrived. */
type Standing = {
  readonly state: CaseState
  readonly cases: number
  readonly daysAgo: readonly [from: number, to: number]
}

/** The office's desk on the day of the demonstration: most is done, something waits everywhere, a little is late. */
const STANDINGS: readonly Standing[] = [
  { state: 'received', cases: 45, daysAgo: [0, 1.5] },
  { state: 'triage', cases: 60, daysAgo: [0.2, 4] },
  { state: 'awaiting_worker', cases: 90, daysAgo: [3, 16] },
  { state: 'assigned', cases: 110, daysAgo: [2, 20] },
  { state: 'investigation', cases: 330, daysAgo: [8, 95] },
  { state: 'mediation', cases: 80, daysAgo: [30, 95] },
  { state: 'referral_pending_consent', cases: 60, daysAgo: [15, 90] },
  { state: 'referred', cases: 200, daysAgo: [25, 95] },
  { state: 'remedy_agreed', cases: 90, daysAgo: [60, 360] },
  { state: 'remedy_delivered', cases: 70, daysAgo: [80, 400] },
  { state: 'closed', cases: 1000, daysAgo: [45, 545] },
  { state: 'reopened', cases: 25, daysAgo: [120, 340] },
  { state: 'appeal', cases: 24, daysAgo: [45, 75] },
]

const WHOLE = STANDINGS.reduce((sum, { cases }) => sum + cases, 0)
const DAY_MS = 86_400_000
/** So that a small load, too, has some of every state. */
const AT_LEAST = 2

/** Where a case will stand today and when its report arrived. */
export type Course = { readonly state: CaseState; readonly receivedAt: Date }

/** States in which an officer works on the facts of a case. */
const WORKED_ON: readonly CaseState[] = [
  'assigned',
  'investigation',
  'mediation',
  'referral_pending_consent',
  'referred',
]

/** Whether an officer has a case on the desk today. */
export function isWorkedOn(course: Course | undefined): boolean {
  return course !== undefined && WORKED_ON.includes(course.state)
}

/** The courses of `size` cases seen from `today`, in an order without meaning. */
export function drawCourses(size: number, today: Date, random: Random): Course[] {
  const courses = STANDINGS.flatMap(({ state, cases, daysAgo: [from, to] }) => {
    const share = state === 'closed' ? 0 : Math.max(AT_LEAST, Math.round((cases * size) / WHOLE))
    return Array.from({ length: share }, () => ({ state, receivedAt: ago(today, from + random.next() * (to - from)) }))
  })
  const closed = STANDINGS.find(({ state }) => state === 'closed')?.daysAgo ?? [0, 0]
  while (courses.length < size)
    courses.push({ state: 'closed', receivedAt: ago(today, closed[0] + random.next() * (closed[1] - closed[0])) })
  return random.shuffled(courses)
}

function ago(today: Date, days: number): Date {
  return new Date(Math.floor((today.getTime() - days * DAY_MS) / 1000) * 1000)
}
