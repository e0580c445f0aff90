import type { ForumFacts } from '@/lib/domain/forums/case-claims'

/** A case about which nothing is known but what a test says. */
export function forumFacts(known: Partial<ForumFacts> = {}): ForumFacts {
  return {
    origin: 'VN',
    scheme: 'titp',
    grievances: [],
    lines: [],
    roles: [],
    isAnonymous: true,
    receivedOn: '2026-11-01',
    workStartedOn: null,
    workEndedOn: null,
    departureOn: null,
    contractEndOn: null,
    payMonths: [],
    files: [],
    hasStory: false,
    ...known,
  }
}
