import { labelOf } from '@/components/report/labels'
import { isCorridorCode, originOf } from '@/lib/domain/corridor'
import type { PublicWords } from '@/lib/domain/statistics/open-data/public-table'
import { UNKNOWN, type DimensionCode, type DimensionValue } from '@/lib/domain/statistics/registry/dimensions'
import type { Translator } from '@/lib/i18n/translate'

/** The words of public tables in one language. */
export function publicWords(t: Translator): PublicWords {
  return {
    locale: t.locale,
    title: ({ name }) => said(t, `table_${name.replaceAll('-', '_')}`),
    measure: (code) => ({ name: said(t, `measure_${code}`), about: said(t, `about_${code}`) }),
    dimension: (code) => said(t, `dimension_${code}`),
    value: (dimension, value) => valueLabel(t, dimension, value),
    caveat: (code) => said(t, `caveat_${code}`),
    warning: t('open_data.warning'),
    licence: t('open_data.licence'),
  }
}

/** A message of the room by a key made of a code; a code without words stands as it is, and a unit test tells. */
function said(t: Translator, part: string): string {
  const key = `open_data.${part}`
  return t.has(key) ? t(key) : part
}

function valueLabel(t: Translator, dimension: DimensionCode, value: DimensionValue): string {
  if (value === UNKNOWN) return t('open_data.unknown')
  if (dimension === 'corridor' && isCorridorCode(value)) {
    const [origin, destination] = [originOf(value), value.slice(value.indexOf('-') + 1)]
    return t('open_data.corridor', {
      from: labelOf(t, 'origin', origin),
      to: labelOf(t, 'destination', destination),
    })
  }
  return labelOf(t, dimension === 'payee_role' ? 'party_role' : dimension, value)
}
