import type { DoorMatrix } from './door-entry'

const DRAFT = 'Of a draft in this browser, which nobody here has begun (tests/integration/report-draft.test.ts)'
const KIOSK = 'Only a browser that an officer lent is a kiosk (tests/integration/kiosk-session.test.ts)'
const RECEIPT = 'Shown once, to the browser that filed (tests/e2e/report.spec.ts)'

/** Who passes which door: rooms of workers. */
export const WORKER_DOORS: DoorMatrix = {
  'GET [locale]/(worker)/kiosk/receipt/file/route.ts': { who: '', own: 'everybody' },
  'GET [locale]/(worker)/kiosk/receipt/picture/route.ts': { who: '', own: 'everybody' },
  'GET [locale]/(worker)/leave/route.ts': { who: '', own: 'everybody' },
  'GET [locale]/(worker)/offline.js/route.ts': {
    who: '',
    nobody: 'The file is there after a build (tests/e2e/offline-leave.spec.ts)',
  },
  'GET [locale]/(worker)/offline.json/route.ts': { who: '', own: 'everybody' },
  'GET [locale]/(worker)/p/[code]/route.ts': { who: '', own: 'everybody' },
  'GET [locale]/(worker)/report/receipt/file/route.ts': { who: '', nobody: RECEIPT },
  'GET [locale]/(worker)/report/receipt/picture/route.ts': { who: '', nobody: RECEIPT },
  'GET [locale]/(worker)/track/case/download/route.ts': { who: 'worker', own: 'other_worker' },
  'GET [locale]/(worker)/track/case/files/[id]/route.ts': { who: 'worker' },
  'POST [locale]/(worker)/files/route.ts': { who: '', own: 'everybody' },
  'POST [locale]/(worker)/report/receipt/open/route.ts': { who: '', own: 'everybody' },
  'addPayAction [locale]/(worker)/track/case/pay/actions.ts': { who: 'worker', own: 'other_worker' },
  'addPaymentAction [locale]/(worker)/track/case/actions.ts': { who: 'worker', own: 'other_worker' },
  'answerConsentAction [locale]/(worker)/track/case/asked/[requestId]/actions.ts': {
    who: 'worker',
    own: 'other_worker',
  },
  'answerOfferAction [locale]/(worker)/track/case/agreement/[remedyId]/actions.ts': {
    who: 'worker',
    own: 'other_worker',
  },
  'answerQuestionAction [locale]/(worker)/track/case/actions.ts': { who: 'worker', own: 'other_worker' },
  'appealAction [locale]/(worker)/track/case/appeal/actions.ts': { who: 'worker', own: 'other_worker' },
  'askRightAction [locale]/(worker)/track/case/request/actions.ts': { who: 'worker', own: 'other_worker' },
  'askOfficerAction [locale]/(worker)/track/case/officer/actions.ts': { who: 'worker', own: 'other_worker' },
  'changeContactAction [locale]/(worker)/track/case/contact/actions.ts': { who: 'worker', own: 'other_worker' },
  'closeCaseAction [locale]/(worker)/track/actions.ts': { who: '', own: 'everybody' },
  'commentAction [locale]/(worker)/comment/actions.ts': { who: '', own: 'everybody' },
  'confirmArrivalAction [locale]/(worker)/track/case/arrived/[remedyId]/actions.ts': {
    who: 'worker',
    own: 'other_worker',
  },
  'correctFactAction [locale]/(worker)/track/case/facts/[field]/actions.ts': { who: 'worker', own: 'other_worker' },
  'decidePartyAction [locale]/(worker)/track/case/consents/parties/[casePartyId]/actions.ts': {
    who: 'worker',
    own: 'other_worker',
  },
  'deleteCaseAction [locale]/(worker)/track/case/delete/actions.ts': { who: 'worker', own: 'other_worker' },
  'deleteEverythingAction [locale]/(worker)/kiosk/actions.ts': { who: '', nobody: KIOSK },
  'deleteEverythingAction [locale]/(worker)/report/actions.ts': { who: '', own: 'everybody' },
  'giveConsentAction [locale]/(worker)/track/case/consents/yes/[kind]/actions.ts': {
    who: 'worker',
    own: 'other_worker',
  },
  'keepTicketAction [locale]/(worker)/kiosk/actions.ts': { who: '', nobody: KIOSK },
  'keepTicketAction [locale]/(worker)/report/actions.ts': { who: '', nobody: DRAFT },
  'keepWaitingTicketAction [locale]/(worker)/report/actions.ts': { who: '', nobody: DRAFT },
  'lockAction [locale]/(worker)/report/pin/actions.ts': { who: '', own: 'everybody' },
  'nextWorkerAction [locale]/(worker)/kiosk/actions.ts': { who: '', nobody: KIOSK },
  'openCaseAction [locale]/(worker)/track/actions.ts': { who: '', own: 'everybody' },
  'rateCaseAction [locale]/(worker)/track/case/rate/actions.ts': { who: 'worker', own: 'other_worker' },
  'removeFeeAction [locale]/(worker)/kiosk/actions.ts': { who: '', nobody: KIOSK },
  'removeFeeAction [locale]/(worker)/report/actions.ts': { who: '', nobody: DRAFT },
  'removeFileAction [locale]/(worker)/files/actions.ts': { who: 'worker', own: 'everybody' },
  'reopenAction [locale]/(worker)/track/case/reopen/actions.ts': { who: 'worker', own: 'other_worker' },
  'saveFeeScreenAction [locale]/(worker)/kiosk/actions.ts': { who: '', nobody: KIOSK },
  'saveFeeScreenAction [locale]/(worker)/report/actions.ts': { who: '', nobody: DRAFT },
  'saveQuestionAction [locale]/(worker)/kiosk/actions.ts': { who: '', nobody: KIOSK },
  'saveQuestionAction [locale]/(worker)/report/actions.ts': { who: '', own: 'everybody' },
  'sendAction [locale]/(worker)/kiosk/actions.ts': { who: '', nobody: KIOSK },
  'sendAction [locale]/(worker)/report/actions.ts': { who: '', own: 'everybody' },
  'stopAction [locale]/(worker)/track/case/stop/actions.ts': { who: 'worker', own: 'other_worker' },
  'tellAction [locale]/(worker)/fees/actions.ts': { who: '', own: 'everybody' },
  'tellPersonAction [locale]/(worker)/track/case/about/actions.ts': { who: 'worker', own: 'other_worker' },
  'unlockAction [locale]/(worker)/report/pin/actions.ts': { who: '', own: 'everybody' },
  'wakeAction [locale]/(worker)/report/rest/actions.ts': { who: '', own: 'everybody' },
  'withdrawConsentAction [locale]/(worker)/track/case/consents/[consentId]/actions.ts': {
    who: 'worker',
    own: 'other_worker',
  },
  'writeMessageAction [locale]/(worker)/track/case/actions.ts': { who: 'worker', own: 'other_worker' },
}
