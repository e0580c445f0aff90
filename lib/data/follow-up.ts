import 'server-only'
import type { ArrivalAnswer } from '@/lib/domain/arrival'
import type { CaseCorrection } from '@/lib/domain/corrections'
import type { OfficerRequest } from '@/lib/domain/officer-change'
import type { RightsRequest } from '@/lib/domain/privacy/rights-request'
import { listArrivalAnswers } from './arrivals'
import type { CaseSeal } from './case-keys'
import { listCorrections } from './corrections'
import { listOfficerRequests, officerAskedAt } from './officer-requests'
import { listRightsRequests } from './rights-requests'
import { listSurveys, type SurveyAnswer } from './surveys'
import type { Scoped } from './within'

/** What the worker did on the own page that staff look at. Requests and ratings are there for supervisors, empty for others. */
export type CaseFollowUp = {
  readonly corrections: readonly CaseCorrection[]
  readonly rights: readonly RightsRequest[]
  readonly arrivals: readonly ArrivalAnswer[]
  /** Since when the worker waits for another officer; everybody may know that. */
  readonly officerAskedAt: Date | null
  readonly officerRequests: readonly OfficerRequest[]
  readonly surveys: readonly SurveyAnswer[]
}

/** What the worker did on the own page; without a key no words. */
export async function listFollowUp(
  on: Scoped<'case.read'>,
  caseId: string,
  caseSeal: CaseSeal | null,
): Promise<CaseFollowUp> {
  return {
    corrections: caseSeal ? await listCorrections(on, caseSeal) : [],
    rights: caseSeal ? await listRightsRequests(on, caseSeal) : [],
    arrivals: await listArrivalAnswers(on, caseId),
    officerAskedAt: await officerAskedAt(on, caseId),
    officerRequests: caseSeal ? await listOfficerRequests(on, caseSeal) : [],
    surveys: await listSurveys(on, caseId),
  }
}
