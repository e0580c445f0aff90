import type { PreviewState } from '@/components/settings/preview-state'
import type { FoundParty } from '@/lib/domain/parties/shown-party'
import type { FieldValues } from '@/lib/http/form-fields'
import type { Translator } from '@/lib/i18n/translate'
import { closenessWords, countryWord, licenceWords } from './words'

/** The parties that may be the one being written down, to open and look at before it is saved as another one. */
export function similarPreview(t: Translator, similar: readonly FoundParty[], values: FieldValues): PreviewState {
  return {
    status: 'preview',
    content: {
      heading: t('parties.similar_heading'),
      lines: [t('parties.similar_about')],
      warnings: [],
      tables: [
        {
          caption: t('parties.similar_caption'),
          columns: [
            t('parties.column_name'),
            t('parties.column_country'),
            t('parties.column_licence'),
            t('parties.column_closeness'),
          ],
          rows: similar.map((party) => ({
            cells: [
              party.name,
              countryWord(t, party.country),
              party.licences.map((one) => licenceWords(t, one)).join('; '),
              closenessWords(t, party),
            ],
            href: `/${t.locale}/parties/${party.id}`,
            isMarked: false,
          })),
        },
      ],
      tick: null,
      confirm: t('parties.similar_none_of'),
    },
    values,
    problem: null,
  }
}
