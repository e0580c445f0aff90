import { describe, expect, it } from 'vitest'
import { move, movesFrom } from '@/lib/domain/case-workflow'
import { MOVES } from '@/lib/domain/workflow/moves'
import { isOpen, STATES, type CaseState } from '@/lib/domain/workflow/states'
import { aCaseWith, anOfficerAsks } from './case-facts'

// Who may move a case from the row to the column: W worker, O officer, S system, - nobody.
const TABLE: Record<CaseState, string> = {
  //                        rec  tri  awa  ass  inv  med  pen  ref  agr  del  clo  reo  app
  received: /*          */ ' -   OS   O    -    -    -    -    -    -    -    W    -    -',
  triage: /*            */ ' -   -    O    O    -    -    -    -    -    -    WO   -    -',
  awaiting_worker: /*   */ ' WO  WO   -    WO   WO   WO   WO   WO   WO   WO   WO   WO   WO',
  assigned: /*          */ ' -   -    O    -    O    -    O    -    -    -    W    -    -',
  investigation: /*     */ ' -   -    O    -    -    O    O    -    O    -    WO   -    -',
  mediation: /*         */ ' -   -    O    -    O    -    -    -    O    -    W    -    -',
  referral_pending_consent: '-   -    O    -    WO   -    -    O    -    -    W    -    -',
  referred: /*          */ ' -   -    O    -    O    -    -    -    -    -    WO   -    -',
  remedy_agreed: /*     */ ' -   -    O    -    O    -    -    -    -    O    W    -    -',
  remedy_delivered: /*  */ ' -   -    O    -    -    -    -    -    -    -    WO   -    -',
  closed: /*            */ ' -   -    -    -    -    -    -    -    -    -    -    WO   W',
  reopened: /*          */ ' -   -    O    O    -    -    -    -    -    -    W    -    -',
  appeal: /*            */ ' -   -    O    O    -    -    -    -    -    -    WO   -    -',
}

const CELLS = STATES.flatMap((from) => {
  const row = TABLE[from].trim().split(/\s+/u)
  return STATES.map((to, index) => ({ from, to, who: row[index] ?? '' }))
})
const ROLES = [
  ['W', 'worker'],
  ['O', 'caseworker'],
  ['O', 'supervisor'],
  ['S', 'system'],
] as const

describe('the table of moves', () => {
  it('has a cell for every pair of states', () => {
    expect(CELLS).toHaveLength(13 * 13)
    expect(CELLS.filter(({ who }) => who === '')).toEqual([])
  })

  it.each(CELLS)('from $from to $to is for $who', ({ from, to, who }) => {
    const facts = aCaseWith({ state: from, assigneeId: 'hanh', stateBeforeAwaiting: to })
    for (const [letter, role] of ROLES) {
      const made = move(facts, to, anOfficerAsks({ role }))
      const code = made.ok ? null : made.error.code
      if (who === '-') expect(code).toBe('move_not_allowed')
      else if (!who.includes(letter)) expect(code).toBe('actor_not_allowed')
      else expect(['move_not_allowed', 'actor_not_allowed']).not.toContain(code)
      const isOffered = movesFrom(facts, role, new Date(0)).some((possible) => possible.to === to)
      expect(isOffered).toBe(who.includes(letter))
    }
  })

  it('lets a worker stop an open case from everywhere, and leaves no state without a way on', () => {
    for (const from of STATES) {
      expect(MOVES[from].closed?.worker !== undefined).toBe(isOpen(from))
      expect(Object.keys(MOVES[from]).length).toBeGreaterThan(0)
    }
  })
})
