import { notHere } from '@/lib/access/not-here'
import { FeePage, feeNumber } from '@/app/[locale]/_filing/fee-page'
import { FEE_SCREENS } from '@/lib/domain/report/report-steps'
import { toLocale } from '@/lib/i18n/locales'
import * as actions from '@/app/[locale]/(staff)/cases/new/actions'
import { staffFiling } from '@/app/[locale]/(staff)/cases/new/staff-filing'

export { generateMetadata } from '@/app/[locale]/(staff)/cases/new/fees/page'

export default async function ScreenPage({
  params,
  searchParams,
}: PageProps<'/[locale]/cases/new/fees/[number]/[screen]'>) {
  const { locale, number, screen } = await params
  const known = FEE_SCREENS.find((name) => name === screen) ?? notHere(locale)
  return (
    <FeePage
      mode={staffFiling}
      actions={actions}
      locale={toLocale(locale)}
      number={feeNumber(number, locale)}
      screen={known}
      search={await searchParams}
    />
  )
}
