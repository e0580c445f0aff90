import { weightOf, type DatePrecision, type FeeRule, type RuleWeight } from '@/lib/domain/fees/rules/fee-rule'
import { formatDay, formatMonth } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

const STATUS: Readonly<Record<RuleWeight, MessageKey>> = {
  certain: 'fees.source_read',
  likely: 'fees.source_partly_read',
  information: 'fees.source_told',
}

const SINCE: Readonly<Record<DatePrecision, MessageKey>> = {
  day: 'fees.source_since',
  month: 'fees.source_since',
  year: 'fees.source_since',
  approximate: 'fees.source_since_about',
  first_seen: 'fees.source_seen_since',
}

/** Where a rule is written, since when and until when it counts, and how well its source was read; for staff which version of it. */
export function SourceLine({
  t,
  rule,
  staff = false,
  checked = null,
}: {
  t: Translator
  rule: FeeRule
  staff?: boolean
  /** When it was looked up, in words. */
  checked?: string | null
}) {
  const { url } = rule.source
  const name = sourceName(rule)
  const parts = [
    saySource(t, rule),
    checked,
    staff ? t('fees.source_version', { id: rule.id, version: rule.version }) : null,
  ].filter((part) => part !== null)
  return (
    <p className="src">
      {/* Titles of laws stay as their publishers wrote them. */}
      <span lang={t.locale === 'en' ? undefined : 'en'}>
        {isWebAddress(url) ? (
          <a href={url} rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </span>
      {` · ${parts.join(' · ')}`}
    </p>
  )
}

/** Where a rule is written, as its publisher wrote it. */
export function sourceName({ source: { title, article } }: FeeRule): string {
  return article === null ? title : `${title}, ${article}`
}

/** Since when and until when a rule counts, and how well its source was read. */
export function saySource(t: Translator, rule: FeeRule): string {
  return `${sayPeriod(t, rule)} · ${t(STATUS[weightOf({ verification: rule.verification, payer: null })])}`
}

// A rule file may hold any text; a link is only ever to a page of the web.
function isWebAddress(url: string | null): url is string {
  return url !== null && url.startsWith('https://')
}

function sayPeriod(t: Translator, rule: FeeRule): string {
  const { effectiveFrom, effectiveTo, effectiveFromPrecision: precision } = rule
  const since =
    effectiveFrom === null
      ? t('fees.source_since_unknown')
      : t(SINCE[precision ?? 'day'], { date: sayStart(t, effectiveFrom, precision) })
  return effectiveTo === null
    ? since
    : `${since} · ${t('fees.source_until', { date: formatDay(effectiveTo, t.locale) })}`
}

/** The first day as precisely as it is known. */
function sayStart(t: Translator, day: string, precision: DatePrecision | null): string {
  if (precision === 'year') return day.slice(0, 4)
  return precision === 'month' || precision === 'approximate'
    ? formatMonth(day.slice(0, 7), t.locale)
    : formatDay(day, t.locale)
}
