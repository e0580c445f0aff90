import type { OrganisationPage, PublicOrganisation } from '@/lib/domain/statistics/organisations/public-organisation'
import type { Translator } from '@/lib/i18n/translate'
import type { OrganisationAnswer } from '@/lib/schemas/open-data/answers'
import { publicWords } from './public-words'

/** An organisation in the words of the public interface. */
export function organisationOf(organisation: PublicOrganisation): OrganisationAnswer['organisation'] {
  const { id, name, country, roles, names, licences, programmes } = organisation
  return {
    id,
    name,
    country,
    roles: [...roles],
    names: names.map((one) => ({ name: one.name, kind: one.kind, script: one.script })),
    licences: licences.map(({ regime, number, status, fromOn, toOn, source, history }) => ({
      regime,
      number,
      status,
      from_on: fromOn,
      to_on: toOn,
      source,
      history: history.map((one) => ({ status: one.status, since_on: one.sinceOn, source: one.source })),
    })),
    programmes: programmes.map(({ programme, fromOn, toOn }) => ({ programme, from_on: fromOn, to_on: toOn })),
  }
}

/** The page of an organisation in the words of the public interface. */
export function organisationAnswer(t: Translator, page: OrganisationPage): OrganisationAnswer {
  const { organisation, numbers, informedOn, reply } = page
  const { warning, licence } = publicWords(t)
  return {
    warning,
    licence,
    organisation: organisationOf(organisation),
    numbers: numbers && {
      reports: numbers.reports,
      counted_to: numbers.countedTo,
      figures: numbers.figures.map(({ measure, base, hits, value, low, high }) => ({
        measure,
        base,
        hits,
        value,
        low,
        high,
      })),
    },
    informed_on: informedOn,
    reply: reply && {
      text: reply.text,
      language: reply.language,
      replied_on: reply.repliedOn,
      translations: { ...reply.translations },
    },
  }
}
