import { definitionOf } from '@/lib/domain/statistics/definitions'
import { MEASURES } from '@/lib/domain/statistics/registry/measure-list'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'

/** The registry as the table that docs/statistics.md shows. */
export function measureTable(): string {
  const t = translatorFor('en')
  const rows = MEASURES.map((measure) => {
    const { code, name, formula, population, unit, source } = definitionOf(measure, (key) => t(key as MessageKey))
    return `| \`${code}\` | ${[name, formula, population, unit, source ?? 'ours'].join(' | ')} |`
  })
  return [
    '| Code | Name | Formula | Whom it is about | Unit | Source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
