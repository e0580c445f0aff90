import {
  hasCategory,
  hasSeverity,
  haveBothAgreed,
  isAppealable,
  isConfirmedByWorker,
  isDelivered,
  isReferralAnswered,
  isRemedyAccepted,
  isReopenable,
  mayContactParty,
} from './fact-guards'
import type { RequestField } from './facts'
import type { FactGuard, RequestGuard } from './guard'
import type { ClosingCode } from './outcomes'
import {
  closesAs,
  hasBodyAndScope,
  hasFreeAssignee,
  hasQuestion,
  hasReason,
  hasReopeningReason,
  hasSignpost,
  isOtherAssignee,
  isOtherOfficer,
  isOwnWithdrawal,
  isSilenceShared,
  keepsPartyOut,
  returnsTo,
} from './request-guards'
import { hasReferralConsent, isBodySafe, isFitForMediation } from './safety-guards'
import type { CaseState } from './states'

/** What one kind of actor must meet for a move; `asks` are the fields the form shows. */
export type MoveRule = {
  readonly facts: readonly FactGuard[]
  readonly request: readonly RequestGuard[]
  readonly asks: readonly RequestField[]
}

/** The rules of one move by who makes it; an actor who is absent may not. */
export type Move = { readonly [actor in 'worker' | 'officer' | 'system']?: MoveRule }

const FREE: MoveRule = { facts: [], request: [], asks: [] }

const WITHDRAWAL: MoveRule = {
  facts: [],
  request: [isOwnWithdrawal],
  asks: ['closingCode', 'wasAskedAboutPressure'],
}
const WITHDRAWN: Move = { worker: WITHDRAWAL }

const ASK_WORKER: Move = { officer: { facts: [], request: [hasQuestion], asks: ['question'] } }

const ASSIGN: MoveRule = {
  facts: [hasSeverity, hasCategory],
  request: [hasFreeAssignee],
  asks: ['assigneeId', 'hasAssigneeConflict'],
}

const PREPARE_REFERRAL: Move = {
  officer: { facts: [], request: [hasBodyAndScope], asks: ['bodyCode', 'dataScope'] },
}

const AGREE_REMEDY: Move = { officer: { facts: [isRemedyAccepted], request: [], asks: [] } }

const GO_BACK: Move = { officer: { facts: [], request: [hasReason], asks: ['reason'] } }

function close(facts: readonly FactGuard[], ...codes: readonly ClosingCode[]): Move {
  return {
    worker: WITHDRAWAL,
    officer: { facts, request: [closesAs(...codes), hasReason], asks: ['closingCode', 'reason'] },
  }
}

// Waiting ends in the state it began in, when the worker answers or an officer stops waiting. Nobody else ends it: after 14 days
// the clocks run on and an officer checks in, but a case moves by people only.
function backTo(to: CaseState): Move {
  const rule: MoveRule = { facts: [], request: [returnsTo(to)], asks: [] }
  return { worker: rule, officer: rule }
}

/**
 * Every move a case can make, by where it is and where it goes; what is not here is not allowed.
 * Source: the house's case workflow after ISO 37002:2021 and the OHCHR accountability and remedy
 * guidance of 2024. Three ways back are ours, so that no case is stuck: a refused referral, a failed
 * mediation and a broken promise return to investigation.
 */
export const MOVES: Record<CaseState, { readonly [to in CaseState]?: Move }> = {
  received: {
    triage: { officer: FREE, system: FREE },
    awaiting_worker: ASK_WORKER,
    closed: WITHDRAWN,
  },
  triage: {
    assigned: { officer: ASSIGN },
    awaiting_worker: ASK_WORKER,
    closed: {
      worker: WITHDRAWAL,
      officer: {
        facts: [],
        request: [closesAs('inadmissible_signposted', 'duplicate_merged'), hasReason, hasSignpost],
        asks: ['closingCode', 'reason', 'signpost'],
      },
    },
  },
  awaiting_worker: {
    received: backTo('received'),
    triage: backTo('triage'),
    assigned: backTo('assigned'),
    investigation: backTo('investigation'),
    mediation: backTo('mediation'),
    referral_pending_consent: backTo('referral_pending_consent'),
    referred: backTo('referred'),
    remedy_agreed: backTo('remedy_agreed'),
    remedy_delivered: backTo('remedy_delivered'),
    reopened: backTo('reopened'),
    appeal: backTo('appeal'),
    closed: {
      worker: WITHDRAWAL,
      officer: {
        facts: [],
        request: [closesAs('worker_unreachable', 'returned_home_followup'), hasReason, isSilenceShared],
        asks: ['closingCode', 'reason', 'approval'],
      },
    },
  },
  assigned: {
    awaiting_worker: ASK_WORKER,
    investigation: {
      officer: {
        facts: [],
        request: [hasReason, keepsPartyOut],
        asks: ['reason', 'contactsParty'],
      },
    },
    referral_pending_consent: PREPARE_REFERRAL,
    closed: WITHDRAWN,
  },
  investigation: {
    awaiting_worker: ASK_WORKER,
    mediation: {
      officer: {
        facts: [isConfirmedByWorker, mayContactParty, haveBothAgreed],
        request: [isFitForMediation],
        asks: ['approval'],
      },
    },
    referral_pending_consent: PREPARE_REFERRAL,
    remedy_agreed: AGREE_REMEDY,
    closed: close(
      [],
      'remedied_full',
      'remedied_partial',
      'remedy_refused_by_party',
      'authority_proceeding',
      'not_substantiated',
      'duplicate_merged',
      'returned_home_followup',
    ),
  },
  mediation: {
    awaiting_worker: ASK_WORKER,
    investigation: GO_BACK,
    remedy_agreed: AGREE_REMEDY,
    closed: WITHDRAWN,
  },
  referral_pending_consent: {
    awaiting_worker: ASK_WORKER,
    // A worker who says no, or takes the yes back, is not asked why.
    investigation: { worker: FREE, ...GO_BACK },
    referred: {
      officer: {
        facts: [isConfirmedByWorker],
        request: [hasReferralConsent, isBodySafe],
        asks: ['isVitalInterest', 'approval', 'isDangerousBodyConfirmed', 'reason'],
      },
    },
    closed: WITHDRAWN,
  },
  referred: {
    awaiting_worker: ASK_WORKER,
    investigation: { officer: { facts: [isReferralAnswered], request: [hasReason], asks: ['reason'] } },
    closed: close(
      [isReferralAnswered],
      'referred_confirmed_outcome',
      'referred_no_feedback',
      'authority_proceeding',
      'returned_home_followup',
    ),
  },
  remedy_agreed: {
    awaiting_worker: ASK_WORKER,
    investigation: GO_BACK,
    remedy_delivered: { officer: { facts: [isDelivered], request: [], asks: [] } },
    closed: WITHDRAWN,
  },
  remedy_delivered: {
    awaiting_worker: ASK_WORKER,
    closed: close([], 'remedied_full', 'remedied_partial', 'returned_home_followup'),
  },
  closed: {
    reopened: {
      worker: { facts: [isReopenable], request: [hasReopeningReason], asks: ['reopeningReason'] },
      officer: {
        facts: [],
        request: [hasReopeningReason, hasReason],
        asks: ['reopeningReason', 'reason'],
      },
    },
    appeal: { worker: { facts: [isAppealable], request: [], asks: ['reason'] } },
  },
  reopened: {
    assigned: { officer: ASSIGN },
    awaiting_worker: ASK_WORKER,
    closed: WITHDRAWN,
  },
  appeal: {
    assigned: {
      officer: { ...ASSIGN, request: [...ASSIGN.request, isOtherAssignee] },
    },
    awaiting_worker: ASK_WORKER,
    closed: {
      worker: WITHDRAWAL,
      officer: {
        facts: [],
        request: [
          isOtherOfficer,
          closesAs(
            'not_substantiated',
            'inadmissible_signposted',
            'authority_proceeding',
            'remedied_full',
            'remedied_partial',
            'remedy_refused_by_party',
          ),
          hasReason,
          hasSignpost,
        ],
        asks: ['closingCode', 'reason', 'signpost'],
      },
    },
  },
}
