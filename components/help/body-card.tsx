import { CallCard } from '@/components/ui/call-card'
import type { ReachableBody } from '@/lib/domain/referral/directory'
import type { Line } from '@/lib/domain/referral/referral-body'
import type { Translator } from '@/lib/i18n/translate'
import { bodyName, bodyWho, openText, remarkText, spokenName, verifiedText } from './body-words'

/**
 * One body: its name in the reader's language and in Japanese, the numbers that answer, when, in which languages, at what cost,
 * whether a name is needed, and how we know it.
 */
export function BodyCard({ t, reachable: { body, lines } }: { t: Translator; reachable: ReachableBody }) {
  const [line, ...others] = lines
  const about = (
    <>
      {bodyWho(t, body)}
      {body.nameJa === null || t.locale === 'ja' ? null : (
        <>
          <br />
          <span lang="ja">{body.nameJa}</span>
        </>
      )}
      {line?.remark === undefined ? null : (
        <>
          <br />
          {remarkText(t, line.remark)}
        </>
      )}
    </>
  )
  const source = (
    <>
      {verifiedText(t, body)} <span lang="en">{body.source}.</span>
    </>
  )
  const details = [
    ...(line === undefined
      ? []
      : [{ name: t('common.help_days'), value: openText(t, line.hours ?? body.hours, body.closed) }]),
    { name: t('rights.languages'), value: languageNames(t, line?.languages ?? body.languages) },
    ...(body.cost === null
      ? []
      : [
          {
            name: t('common.help_cost'),
            value: t(body.cost === 'free' ? 'common.help_free' : 'common.help_call_charged'),
          },
        ]),
    ...(body.isAnonymous ? [{ name: t('common.help_name'), value: t('common.help_name_not_needed') }] : []),
    ...others.map((other) => ({ name: otherName(t, other), value: <OtherNumber number={other.number} /> })),
  ]
  return (
    <CallCard
      name={bodyName(t, body)}
      body={about}
      number={line?.number ?? null}
      noNumber={t('rights.no_number')}
      details={details}
      source={source}
    />
  )
}

function OtherNumber({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace(/[^+\d]/g, '')}`} lang="en" className="num">
      {number}
    </a>
  )
}

function otherName(t: Translator, { remark, languages }: Line): string {
  if (remark !== undefined) return remarkText(t, remark)
  return languages === null ? t('common.help_other_phone') : languageNames(t, languages)
}

function languageNames(t: Translator, codes: readonly string[]): string {
  return codes.map((code) => spokenName(t, code)).join(', ')
}
