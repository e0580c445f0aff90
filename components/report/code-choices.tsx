import type { Choice, ChoiceSection } from '@/components/form/choice-group'
import { Pictogram } from '@/components/ui/pictogram'
import type { PictogramName } from '@/components/ui/pictogram-shapes'
import { WORKER_FEE_CATEGORIES, FIRST_FEE_CHOICES } from '@/lib/domain/fees/categories'
import { PARTIES, partyRolesUnder, type PartyRole } from '@/lib/domain/fees/payees'
import { GRIEVANCE_GROUPS } from '@/lib/domain/grievances/grievance-row'
import { grievancesIn } from '@/lib/domain/grievances/catalog'
import type { PartyAnswer } from '@/lib/domain/report/answers'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { Translator } from '@/lib/i18n/translate'
import { pictureOf } from './choice-pictograms'
import { helpOf, labelOf } from './labels'

/** Codes as cards, each with its label, its picture and, where the list has one, a line of help. */
export function codeChoices(t: Translator, list: string, codes: readonly string[]): Choice[] {
  return codes.map((value) => {
    const picture = pictureOf(list, value)
    return {
      value,
      text: labelOf(t, list, value),
      help: helpOf(t, list, value),
      pictogram: picture === undefined ? undefined : <Pictogram name={picture} />,
    }
  })
}

/** The card for no answer at all. */
export function preferNot(t: Translator): Choice {
  return { value: '', text: t('report.prefer_not'), pictogram: <Pictogram name="hidden" /> }
}

/** What can have happened, in groups, in the worker's voice. */
export function grievanceSections(t: Translator): ChoiceSection[] {
  return GRIEVANCE_GROUPS.filter((group) => group !== 'staff').map((group) => ({
    title: labelOf(t, 'grievance_group', group),
    choices: grievancesIn(group).map(({ code, pictogram }) => ({
      value: code,
      text: labelOf(t, 'grievance_worker', code),
      pictogram: <Pictogram name={pictogram as PictogramName} />,
    })),
  }))
}

/** The kinds of payment, the commonest first. */
export function feeCategorySections(t: Translator): ChoiceSection[] {
  const choices = WORKER_FEE_CATEGORIES.map(({ code, pictogram }) => ({
    value: code,
    text: labelOf(t, 'fee_category', code),
    help: helpOf(t, 'fee_category', code),
    pictogram: <Pictogram name={pictogram as PictogramName} />,
  }))
  return [
    { title: t('report.category_often'), choices: choices.slice(0, FIRST_FEE_CHOICES) },
    { title: t('report.category_more'), choices: choices.slice(FIRST_FEE_CHOICES) },
  ]
}

/** The roles that exist under a scheme. A role keeps its card once chosen; a name told before stands in place of the help. */
export function partyChoices(
  t: Translator,
  scheme: SchemeCode | undefined,
  chosen: readonly PartyRole[],
  named: readonly PartyAnswer[] = [],
): Choice[] {
  const offered = partyRolesUnder(scheme)
  return PARTIES.filter(({ role }) => offered.includes(role) || chosen.includes(role)).map(({ role, pictogram }) => {
    const name = named.find((party) => party.role === role)?.name
    return {
      value: role,
      text: labelOf(t, 'party_role', role),
      help: name === undefined ? helpOf(t, 'party_role', role) : t('report.payee_named', { name }),
      pictogram: <Pictogram name={pictogram} />,
    }
  })
}
