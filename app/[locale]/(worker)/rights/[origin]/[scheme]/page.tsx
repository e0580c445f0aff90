import type { Metadata } from 'next'
import { ZeroFeePanel } from '@/components/fees/zero-fee-panel'
import { EmergencyDuo } from '@/components/help/emergency-duo'
import { labelOf } from '@/components/report/labels'
import { MustNotList } from '@/components/rights/must-not-list'
import { RuleItem } from '@/components/rights/rule-item'
import { WhoHelps } from '@/components/rights/who-helps'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { checkGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { rulesHere } from '@/lib/domain/fees/check/rules-here'
import { mustNotIn } from '@/lib/domain/rights/must-not'
import { chargeMonth, rightsPair } from '@/lib/domain/rights/rights-page'
import { formatMonth } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { readCheckBasis } from '@/lib/usecases/check-fees'

type RightsProps = PageProps<'/[locale]/rights/[origin]/[scheme]'>

export async function generateMetadata({ params }: RightsProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('rights.title') }
}

/** For one country and programme: what may be charged, what an employer must not do, who helps, each with source and day. */
export default async function RightsOfPage({ params }: RightsProps) {
  const { locale: asked, ...path } = await params
  const locale = toLocale(asked)
  const pair = rightsPair(path.origin, path.scheme) ?? notHere(locale)
  const t = pageWordsFor(locale)
  const { rules, rates, today } = await readCheckBasis(checkGrant())
  const month = chargeMonth(pair.scheme, today)
  const nothingTold = { contractMonths: null, basicPay: null, plannedPay: null, conditions: {}, payments: [] }
  const here = rulesHere({ ...pair, destination: 'JP', paidOn: month, ...nothingTold }, rules, rates, today)
  const mustNot = mustNotIn(pair.scheme)
  const signs = mustNot.filter(({ source }) => source.kind === 'sign')
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>
            {t('rights.page_heading', {
              origin: labelOf(t, 'origin', pair.origin),
              scheme: labelOf(t, 'scheme', pair.scheme),
            })}
          </h1>
          <p>
            <a href={`/${locale}/rights`}>{t('rights.change')}</a>
          </p>
        </div>
        <Note tone="still">{t('rights.not_decision')}</Note>
        <section className="stack">
          <h2>{t('rights.charge_heading')}</h2>
          <p className="mute">{t('rights.charge_month', { month: formatMonth(month, locale) })}</p>
          <h3>{t('rights.charge_law')}</h3>
          {here.length === 0 ? <p>{t('fees.rules_none')}</p> : null}
          {here.map((item) => (
            <RuleItem key={`${item.rule.id} ${item.rule.version}`} t={t} here={item} />
          ))}
          <ZeroFeePanel t={t} currency="JPY" standards={['never']} />
          <p>
            <LinkButton href={`/${locale}/fees?from=${pair.origin}&scheme=${pair.scheme}&edit=1`} look="alt">
              {t('rights.charge_check')}
            </LinkButton>
          </p>
        </section>
        <section className="stack rule">
          <h2>{t('rights.must_not_heading')}</h2>
          <h3>{t('rights.must_not_law')}</h3>
          <MustNotList t={t} items={mustNot.filter(({ source }) => source.kind !== 'sign')} />
          {signs.length === 0 ? null : (
            <>
              <h3>{t('rights.must_not_sign')}</h3>
              <p className="mute">{t('rights.must_not_sign_help')}</p>
              <MustNotList t={t} items={signs} />
            </>
          )}
          <p>
            <LinkButton href={`/${locale}/report`}>{t('common.start_report')}</LinkButton>
          </p>
        </section>
        <section className="stack rule">
          <h2>{t('rights.helps_heading')}</h2>
          <h3>{t('common.help_danger')}</h3>
          <EmergencyDuo t={t} country="JP" />
          <WhoHelps t={t} {...pair} />
        </section>
      </main>
    </div>
  )
}
