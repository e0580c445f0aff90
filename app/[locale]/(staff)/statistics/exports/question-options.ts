import 'server-only'
import type { Option } from '@/components/form/select-field'
import { definitionIn } from '@/components/statistics/answer-words'
import { findGrant } from '@/lib/access/door'
import { listStatisticViews } from '@/lib/data/statistic-views'
import { within } from '@/lib/data/within'
import { queryAddress } from '@/lib/domain/statistics/query-text'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import { readWorkbench } from '@/lib/domain/statistics/workbench/address'
import { PRESETS } from '@/lib/domain/statistics/workbench/presets'
import type { Translator } from '@/lib/i18n/translate'

type Address = Readonly<Record<string, string | readonly string[] | undefined>>

/** The questions a file can be made of: the one that was open, saved ones, those asked most. Each address once. */
export async function questionOptions(t: Translator, given: Address): Promise<Option[]> {
  const grant = await findGrant('statistics.export')
  const views = grant ? await within(grant, (on) => listStatisticViews(on)) : []
  const options = [
    ...openQuestion(t, given),
    ...views.map(({ name, query }) => ({ value: plain(query), text: name })),
    ...PRESETS.map(({ code, query }) => ({
      value: queryAddress(query).toString(),
      text: t(`statistics.preset_${code}` as 'statistics.preset_survey'),
    })),
  ]
  return options.filter(({ value }, place) => options.findIndex((one) => one.value === value) === place)
}

function openQuestion(t: Translator, given: Address): Option[] {
  if (given['measure'] === undefined) return []
  const { query } = readWorkbench(given)
  const measures = query.measures
    .flatMap((code) => measureOf(code) ?? [])
    .map((measure) => definitionIn(t, measure).name)
    .join(' · ')
  return [{ value: queryAddress(query).toString(), text: t('statistics.exports_question_open', { measures }) }]
}

/** A saved question without what it is compared with: a file has our own numbers. */
function plain(address: string): string {
  return queryAddress(readWorkbench(new URLSearchParams(address)).query).toString()
}
