import { MEASURES } from '@/lib/domain/statistics/registry/measure-list'
import { MEASURE_GROUPS } from '@/lib/domain/statistics/registry/measures'
import { wholeGroup } from '@/lib/domain/statistics/workbench/address'
import type { Translator } from '@/lib/i18n/translate'
import { definitionIn } from '../answer-words'

/** As many lists as measures are asked for, and one more. */
const MOST = 8

/** The measures of a question, each a list in groups; the last list is empty and waits for one more. */
export function MeasureSelects({ t, measures }: { t: Translator; measures: readonly string[] }) {
  const whole = wholeGroup(measures)
  const chosen = whole === null ? measures.slice(0, MOST) : [whole]
  const lists = chosen.length < MOST ? [...chosen, ''] : chosen
  return (
    <>
      {lists.map((value, index) => (
        <label key={`${index} ${value}`} className="wide">
          {index === 0 ? t('statistics.choose_measure') : t('statistics.choose_beside', { number: index + 1 })}
          <select name="measure" defaultValue={value} autoComplete="off">
            {index === 0 ? null : <option value="">{t('statistics.choose_no_measure')}</option>}
            {MEASURE_GROUPS.map((group) => (
              <MeasureOptions key={group} t={t} group={group} />
            ))}
          </select>
        </label>
      ))}
      {measures.slice(whole === null ? MOST : measures.length).map((code) => (
        <input key={code} type="hidden" name="measure" value={code} />
      ))}
    </>
  )
}

function MeasureOptions({ t, group }: { t: Translator; group: (typeof MEASURE_GROUPS)[number] }) {
  const measures = MEASURES.filter((measure) => measure.group === group)
  const name = t(`statistics.group_${group}`)
  return (
    <optgroup label={name}>
      {measures.map((measure) => (
        <option key={measure.code} value={measure.code}>
          {definitionIn(t, measure).name}
        </option>
      ))}
      {measures.length > 1 ? (
        <option value={`all_${group}`}>{t('statistics.choose_all_of', { group: name })}</option>
      ) : null}
    </optgroup>
  )
}
