import { bodyWord, codeWord, schemeWord } from '@/components/case/words'
import type { ChoiceSection } from '@/components/form/choice-group'
import { needsSecondConfirmation } from '@/lib/domain/grievances/bodies'
import { REFERRAL_BODIES } from '@/lib/domain/referral/directory'
import { officeRecipient } from '@/lib/domain/referral/recipient'
import { bodyChoices, bodyCountry } from '@/lib/domain/referral-choice'
import type { Translator } from '@/lib/i18n/translate'

type OfficeChoice = { readonly id: string; readonly name: string; readonly country: string }

/** Who a case can be passed on to, with what is known of each: country, programmes, whether a name is wanted. */
export function recipientSections(
  t: Translator,
  origin: string | null,
  offices: readonly OfficeChoice[],
): readonly ChoiceSection[] {
  const danger = (country: string) => (needsSecondConfirmation(country) ? ` · ${t('referrals.danger_country')}` : '')
  return [
    ...(offices.length === 0
      ? []
      : [
          {
            title: t('referrals.group_offices'),
            choices: offices.map(({ id, name, country }) => ({
              value: officeRecipient(id),
              text: name,
              help: `${countryWord(t, country)}${danger(country)}`,
            })),
          },
        ]),
    {
      title: t('referrals.group_bodies'),
      choices: bodyChoices(origin).map((code) => ({
        value: code,
        text: bodyWord(t, code),
        help: `${bodyFacts(t, code)}${danger(bodyCountry(code))}`,
      })),
    },
  ]
}

/** "Japan · serves TITP, ESD · wants a name": of a body whose entry in the directory says so. */
function bodyFacts(t: Translator, code: string): string {
  const country = bodyCountry(code)
  const kind = code.slice(code.indexOf('_') + 1)
  const entries = REFERRAL_BODIES.filter(
    (body) => body.country === country && (body.actsAs as readonly string[]).includes(country === 'JP' ? code : kind),
  )
  const all = entries.length === 0 || entries.some(({ schemes }) => schemes === '*')
  const schemes = all
    ? t('referrals.all_schemes')
    : [...new Set(entries.flatMap(({ schemes: some }) => (some === '*' ? [] : some)))]
        .map((scheme) => schemeWord(t, scheme))
        .join(', ')
  const anonymous =
    entries.length === 0
      ? t('referrals.anonymous_unknown')
      : t(entries.some(({ isAnonymous }) => isAnonymous) ? 'referrals.anonymous_yes' : 'referrals.anonymous_no')
  return t('referrals.recipient_facts', { country: countryWord(t, country), schemes, anonymous })
}

function countryWord(t: Translator, country: string): string {
  return country === 'JP' ? codeWord(t, 'destination', country) : codeWord(t, 'origin', country)
}
