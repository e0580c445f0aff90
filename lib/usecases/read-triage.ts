import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listDeclaredTies, listLinks, listSharing, type CaseLink, type DeclaredTies } from '@/lib/data/case-links'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { listChain, listStatements } from '@/lib/data/case-parts'
import { findPreferredOfficer } from '@/lib/data/officer-requests'
import { findStaffNames, listCaseworkers } from '@/lib/data/staff'
import { listStateMoves } from '@/lib/data/state-moves'
import { findLastTriage, loadTriageFacts } from '@/lib/data/triage'
import { within } from '@/lib/data/within'
import type { CaseHead, CaseMove, StaffName } from '@/lib/domain/case-file'
import type { ChainParty } from '@/lib/domain/case-money'
import type { Said } from '@/lib/domain/case-words'
import { DANGER_CODES, type DangerCode } from '@/lib/domain/grievances/dangers'
import { bestRelated, type RelatedCandidate } from '@/lib/domain/related-cases'
import { dangersNow, type DangerFinding, type DangerFindings } from '@/lib/domain/triage'
import { triageTargets, type TriageTarget } from '@/lib/domain/triage-targets'
import { assessSeverity } from '@/lib/domain/severity'
import type { Severity } from '@/lib/domain/severity-levels'
import { pausedBy } from '@/lib/domain/waiting'
import { now } from '@/lib/platform/clock'
import { recordReading } from './record-reading'

/** What the triage page shows: everything needed to decide, and nothing else. */
export type TriageReading = {
  readonly head: CaseHead
  readonly last: Pick<CaseMove, 'toState' | 'byKind' | 'by' | 'movedAt'> | null
  readonly words: readonly Said[]
  readonly parties: readonly ChainParty[]
  /** Dangers as the worker told them, and what an officer found when triage was begun before. */
  readonly told: readonly DangerCode[]
  readonly findings: DangerFindings
  readonly proposed: { readonly severity: Severity; readonly reasons: readonly string[] }
  readonly targets: readonly TriageTarget[]
  readonly officers: readonly StaffName[]
  readonly ties: DeclaredTies
  readonly preferred: 'woman' | 'man' | null
  readonly candidates: readonly RelatedCandidate[]
  readonly links: readonly CaseLink[]
}

/** A case as triage needs it, and in the same transaction the event that says who read it. Null: none of this number in the office. */
export function readTriage(grant: Grant<'case.read'>, number: string): Promise<TriageReading | null> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    if (!head) return null
    const caseSeal = await findCaseSeal(on, head.id)
    const open = caseSeal && caseSeal.unseal
    const facts = await loadTriageFacts(on, head, caseSeal, now().toISOString().slice(0, 10))
    const before = await findLastTriage(on, head.id)
    const findings = findingsOf(before)
    const stations = await listStateMoves(on, head.id)
    const last = stations.at(-1)
    const nameOf = await findStaffNames(on, [last?.byStaffId ?? null])
    const reading = {
      head,
      last: last ? { ...last, by: nameOf(last.byStaffId) } : null,
      words: open ? await listStatements(on, head.id, open) : [],
      parties: await listChain(on, head.id, open),
      told: facts.dangers,
      findings,
      proposed: assessSeverity({ ...facts, dangers: dangersNow(facts.dangers, findings) }),
      targets: triageTargets({ ...head, pausedMs: pausedBy(stations) }),
      officers: await listCaseworkers(on),
      ties: await listDeclaredTies(on, head.id),
      preferred: await findPreferredOfficer(on, head.id),
      candidates: bestRelated(await listSharing(on, head.id)),
      links: await listLinks(on, head.id),
    }
    await recordReading(on, head.id, 'triage')
    return reading
  })
}

function findingsOf(before: { dangersNow: string[]; dangersNot: string[] } | null): DangerFindings {
  return Object.fromEntries(
    DANGER_CODES.flatMap((code): [DangerCode, DangerFinding][] => {
      if (before?.dangersNow.includes(code)) return [[code, 'now']]
      return before?.dangersNot.includes(code) ? [[code, 'not']] : []
    }),
  )
}
