import { FactList } from '@/components/ui/facts'
import type { StoredBreach } from '@/lib/domain/privacy/breach-file'
import { notifyReasons } from '@/lib/domain/privacy/breach'
import { formatCount, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What is known of an incident, why it is one for the authorities, and who signed what. */
export function BreachKnown({ t, found }: { t: Translator; found: StoredBreach }) {
  const reasons = notifyReasons(found)
  const said = (name: string, value: string | null) => (value === null || value === '' ? [] : [{ name, value }])
  const signed = (name: string | null, at: Date | null) =>
    name === null || at === null ? null : t('privacy.signed', { name, at: formatInstant(at, t.locale) })
  return (
    <FactList
      facts={[
        { name: t('privacy.known_on'), value: formatInstant(found.knownAt, t.locale) },
        { name: t('privacy.what'), value: <span className="said">{found.what}</span> },
        { name: t('privacy.data'), value: found.data.map((kind) => t(`privacy.data_${kind}`)).join(' · ') },
        {
          name: t('privacy.people'),
          value: found.people === null ? t('privacy.not_known') : formatCount(found.people, t.locale),
        },
        ...said(
          t('privacy.origins'),
          found.origins.map((code) => t(`codes.origin.${code}` as 'codes.origin.VN')).join(' · '),
        ),
        ...said(t('privacy.reasons'), reasons.map((reason) => t(`privacy.reason_${reason}`)).join(' · ')),
        ...said(t('privacy.measures'), found.measures),
        ...said(t('privacy.reported'), signed(found.reportedByName, found.reportedAt)),
        ...said(t('privacy.judged'), signed(found.judgedByName, found.judgedAt)),
        ...said(t('privacy.why'), found.judgement),
        ...said(t('privacy.closing'), signed(found.closingByName, found.closingAt)),
        ...said(t('privacy.review'), found.review),
        ...said(t('privacy.state_closed'), signed(found.closedByName, found.closedAt)),
      ]}
    />
  )
}
