import { FeeLinePage } from '@/app/[locale]/_filing/fee-line-page'
import { feeNumber } from '@/app/[locale]/_filing/fee-page'
import { toLocale } from '@/lib/i18n/locales'
import * as actions from '@/app/[locale]/(worker)/kiosk/actions'
import { kioskFiling } from '@/app/[locale]/(worker)/kiosk/kiosk-filing'

export { generateMetadata } from '../page'

export default async function LinePage({ params, searchParams }: PageProps<'/[locale]/kiosk/fees/[number]'>) {
  const { locale, number } = await params
  return (
    <FeeLinePage
      mode={kioskFiling}
      actions={actions}
      locale={toLocale(locale)}
      number={feeNumber(number, locale)}
      search={await searchParams}
    />
  )
}
