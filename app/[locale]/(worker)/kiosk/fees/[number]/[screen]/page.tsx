import { notHere } from '@/lib/access/not-here'
import { FeePage, feeNumber } from '@/app/[locale]/_filing/fee-page'
import { FEE_SCREENS } from '@/lib/domain/report/report-steps'
import { toLocale } from '@/lib/i18n/locales'
import * as actions from '@/app/[locale]/(worker)/kiosk/actions'
import { kioskFiling } from '@/app/[locale]/(worker)/kiosk/kiosk-filing'

export { generateMetadata } from '@/app/[locale]/(worker)/kiosk/fees/page'

export default async function ScreenPage({
  params,
  searchParams,
}: PageProps<'/[locale]/kiosk/fees/[number]/[screen]'>) {
  const { locale, number, screen } = await params
  const known = FEE_SCREENS.find((name) => name === screen) ?? notHere(locale)
  return (
    <FeePage
      mode={kioskFiling}
      actions={actions}
      locale={toLocale(locale)}
      number={feeNumber(number, locale)}
      screen={known}
      search={await searchParams}
    />
  )
}
