import { Tag, type TagTone } from '@/components/ui/tag'
import type { PictogramName } from '@/components/ui/pictogram-shapes'
import type { Standing, SystemArea, SystemLine } from '@/lib/domain/system/lines'
import { formatDay, formatInstant, formatMonth } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { bytesText } from './bytes-text'

const COLUMNS = ['what', 'sign', 'said', 'do'] as const

/** Word, shape and colour together: the sign is read without the colour. */
const SIGNS: Readonly<Record<Standing, { readonly tone: TagTone; readonly pictogram: PictogramName }>> = {
  fine: { tone: 'within', pictogram: 'check' },
  look: { tone: 'likely', pictogram: 'alert' },
  act: { tone: 'prohibited', pictogram: 'noentry' },
  unknown: { tone: 'missing', pictogram: 'info' },
}

/** One area of the installation: how each thing stands, and what to do where something is not as it should be. On a phone a row is a card. */
export function SystemTable({ t, area, lines }: { t: Translator; area: SystemArea; lines: readonly SystemLine[] }) {
  return (
    <table className="grid cards system" role="table">
      <caption className="vh">{t(`system.area_${area}`)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`system.column_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr role="row" key={line.code}>
            <th role="rowheader" scope="row" className="full">
              {t(`system.name_${line.code}`)}
            </th>
            <td role="cell">
              <Tag {...SIGNS[line.standing]}>{t(`system.standing_${line.standing}`)}</Tag>
            </td>
            <td role="cell" className="full">
              {t(`system.said_${line.code}`, paramsOf(t, line))}
            </td>
            <td role="cell" className="full">
              {line.standing === 'fine' ? null : whatToDo(t, line)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Not every line can be other than fine. */
function whatToDo(t: Translator, line: SystemLine): string {
  const key = `system.do_${line.code}`
  return t.has(key) ? t(key, { state: line.state }) : ''
}

function paramsOf(t: Translator, { state, count = 0, bytes, ofBytes, at, on, text = '' }: SystemLine) {
  const dayOf = (day: string) => (day.length === 7 ? formatMonth(day, t.locale) : formatDay(day, t.locale))
  return {
    state,
    count,
    text,
    bytes: bytes === undefined ? '' : bytesText(bytes, t.locale),
    ofBytes: ofBytes === undefined ? '' : bytesText(ofBytes, t.locale),
    at: at === undefined ? '' : formatInstant(at, t.locale),
    on: on === undefined ? '' : dayOf(on),
  }
}
