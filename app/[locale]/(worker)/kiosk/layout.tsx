import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor } from '@/lib/i18n/translate'

/** The pages of a device that was handed over, with the way to the whole screen; it comes out where the browser can do it. */
export default async function KioskLayout({ children, params }: LayoutProps<'/[locale]/kiosk'>) {
  const t = pageWordsFor(toLocale((await params).locale))
  return (
    <>
      <p className="kiosk-bar noprint">
        <button
          type="button"
          className="btn bare"
          hidden
          data-phone="fullscreen"
          data-done={t('report.kiosk_full_end')}
        >
          {t('report.kiosk_full')}
        </button>
      </p>
      {children}
    </>
  )
}
