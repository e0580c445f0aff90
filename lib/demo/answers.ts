import { CONSENT_KINDS, type ConsentKind } from '@/lib/domain/consents'
import type { DangerCode } from '@/lib/domain/grievances/dangers'
import type { ContactAnswer, PartyAnswer, ReportAnswers } from '@/lib/domain/report/answers'
import type { CaseState } from '@/lib/domain/workflow/states'
import { debtAnswer } from './debt-answers'
import { feeAnswers } from './fee-answers'
import { ACCEPTING_COMPANIES, SUPERVISING_ORGANIZATIONS } from './japanese-parties'
import { payAnswer } from './pay-answers'
import type { Random } from './random'
import type { DemoCountry } from './survey/figure'
import type { MoneyAnswers } from './survey/sample'
import { DEMO_GRIEVANCES, type DemoGrievance, type LanguageWords } from './words/language-words'

/** How often each grievance is told, in a hundred. */
const GRIEVANCES: Readonly<Record<DemoGrievance, number>> = {
  fees_debt: 46,
  deposit_penalty: 14,
  wages_unpaid: 30,
  wage_deductions: 18,
  working_time: 20,
  contract_substitution: 13,
  document_retention: 7,
  accommodation: 15,
  harassment_bullying: 14,
  osh_injury: 6,
  forced_return: 3,
  movement_isolation: 4,
  transfer_restriction: 8,
}
/** How many things a report tells of, in a hundred. */
const HOW_MANY = { 1: 66, 2: 26, 3: 8 } as const
const DANGER_IN_A_HUNDRED = 4
/** States a case reaches only when company or agency may be asked, or a body told. */
const NEEDS_CONTACT: readonly CaseState[] = ['mediation', 'remedy_agreed', 'remedy_delivered', 'reopened']

/** All answers of one invented worker. */
export function answersOf(
  country: DemoCountry,
  words: LanguageWords,
  money: MoneyAnswers,
  state: CaseState,
  random: Random,
): ReportAnswers {
  const parties = partiesOf(words, money, random)
  const grievances = grievancesOf(money, random)
  return {
    grievances,
    dangers:
      grievances.some((code) => code === 'forced_return' || code === 'osh_injury') &&
      random.chance(DANGER_IN_A_HUNDRED / 20)
        ? dangersOf(grievances)
        : [],
    origin: country,
    destination: 'JP',
    scheme: 'titp',
    parties,
    paid: money.paid,
    fees: feeAnswers(money, parties, random),
    debt: debtAnswer(money, random),
    pay: payAnswer(random),
    story: storyOf(words, grievances, random),
    contact: contactOf(words, random),
    consents: consentsOf(state, random),
  }
}

function grievancesOf(money: MoneyAnswers, random: Random): DemoGrievance[] {
  const told = DEMO_GRIEVANCES.filter(
    (code) => random.chance(GRIEVANCES[code] / 100) && (money.paid !== 'no' || code !== 'fees_debt'),
  )
  return told.length === 0
    ? [money.sending?.amount ? 'fees_debt' : 'wages_unpaid']
    : random.shuffled(told).slice(0, Number(random.weighted(HOW_MANY)))
}

function dangersOf(grievances: readonly DemoGrievance[]): DangerCode[] {
  return grievances.includes('forced_return') ? ['sent_home_within_7_days'] : ['injured_without_care']
}

function partiesOf(words: LanguageWords, { sending, broker }: MoneyAnswers, random: Random): PartyAnswer[] {
  const named = (role: PartyAnswer['role'], names: readonly string[], chance: number): PartyAnswer =>
    random.chance(chance) ? { role, name: wellKnown(names, random) } : { role }
  return [
    named('sending_organization', words.sendingOrganizations, sending ? 0.9 : 0.6),
    ...(broker ? [named('broker', words.brokers, 0.8)] : []),
    named('supervising_organization', SUPERVISING_ORGANIZATIONS, 0.7),
    named('accepting_company', ACCEPTING_COMPANIES, 0.85),
    ...(sending?.amount && random.chance(0.15) ? [named('training_center', words.trainingCenters, 1)] : []),
  ]
}

/** The first of the names twice as often: many people went through the same hands. */
function wellKnown(names: readonly string[], random: Random): string {
  return names[0] !== undefined && random.chance(0.3) ? names[0] : random.pick(names)
}

function storyOf(words: LanguageWords, grievances: readonly DemoGrievance[], random: Random): string {
  return [
    random.pick(words.openings),
    ...grievances.map((code) => words.grievances[code]),
    random.pick(words.wishes),
  ].join(' ')
}

function contactOf(words: LanguageWords, random: Random): ContactAnswer {
  const channel = random.weighted({ here_only: 52, line: 18, phone: 12, messenger: 10, sms: 5, email: 3 })
  if (channel === 'here_only') return { channel }
  const number = random.int(1, 999).toString().padStart(3, '0')
  const detail = {
    line: `sample-line-${number}`,
    phone: `000-0000-0${number}`,
    messenger: `sample.${number}`,
    sms: `000-0000-0${number}`,
    email: `sample${number}@example.org`,
  }[channel]
  return { channel, detail, safeTimes: words.safeTimes, mayLeaveMessage: random.chance(0.3) }
}

/** Everybody agreed to be kept and counted; the rest as people do, and as the later steps of the case need. */
function consentsOf(state: CaseState, random: Random): ConsentKind[] {
  const contactParty = NEEDS_CONTACT.includes(state) || random.chance(0.35)
  return CONSENT_KINDS.filter((kind) =>
    kind === 'contact_party' ? contactParty : kind !== 'send_to_body' || random.chance(0.4),
  )
}
