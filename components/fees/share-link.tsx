import type { ReactNode } from 'react'
import type { Translator } from '@/lib/i18n/translate'

/** The answer as a link that holds no personal data, with tools beside it where scripts run. */
export function ShareLink({ t, address, children }: { t: Translator; address: string; children?: ReactNode }) {
  return (
    <section className="tight">
      <h2>{t('fees.share_heading')}</h2>
      <p>
        <a href={`/${t.locale}/fees?${address}`}>{t('fees.share_link')}</a>
      </p>
      <p className="hint">{t('fees.share_hint')}</p>
      {children}
    </section>
  )
}
