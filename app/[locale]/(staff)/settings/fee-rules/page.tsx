import type { Metadata } from 'next'
import { ReassessmentList } from '@/components/settings/reassessment-list'
import { RuleFilter } from '@/components/settings/rule-filter'
import { RuleTable } from '@/components/settings/rule-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { ruleListSchema } from '@/lib/schemas/settings/fee-rule-form'
import { readFeeRules } from '@/lib/usecases/fee-rules/read-fee-rules'

type Props = PageProps<'/[locale]/settings/fee-rules'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.rules_title') }
}

export default async function FeeRulesPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/settings/fee-rules`
  const query = ruleListSchema.parse(await searchParams)
  const grant = await requireGrant('fee_rule.manage', { locale, returnTo: here })
  const { versions, reassessments } = await readFeeRules(grant)
  const t = translatorFor(locale)
  const live = versions.filter(({ isLive }) => isLive)
  const shown = live
    .filter(({ rule }) => query.jurisdiction === undefined || rule.jurisdiction === query.jurisdiction)
    .filter(({ rule }) => query.status === undefined || rule.status === query.status)
  const saved = versions.some(({ rule }) => rule.id === query.saved) ? query.saved : undefined
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('settings.rules_title')}
      />
      <PageTitle
        title={t('settings.rules_heading', { count: new Set(live.map(({ rule }) => rule.id)).size })}
        about={t('settings.rules_about')}
        acts={<LinkButton href={`${here}/new`}>{t('settings.rule_new')}</LinkButton>}
      />
      {saved === undefined ? null : (
        <Note tone="ok" announced>
          {t('settings.rule_saved')} <a href={`${here}/${saved}`}>{saved}</a>
        </Note>
      )}
      <ReassessmentList t={t} reassessments={reassessments} refreshHref={here} />
      <RuleFilter
        t={t}
        action={here}
        query={query}
        jurisdictions={[...new Set(live.map(({ rule }) => rule.jurisdiction))]}
      />
      {shown.length === 0 ? (
        <EmptyState title={t('settings.rules_none')}>
          <a href={here}>{t('settings.rules_all')}</a>
        </EmptyState>
      ) : (
        <RuleTable t={t} base={here} rules={shown.map(({ rule }) => rule)} />
      )}
    </>
  )
}
