import { QrCode } from '@/components/ui/qr-code'
import type { Translator } from '@/lib/i18n/translate'

/** The secret for an authenticator app: to scan, and to type where there is no camera. */
export function AppSecret({ t, typed, address }: { t: Translator; typed: string; address: string }) {
  return (
    <>
      <p>{t('account.app_lead')}</p>
      <div className="app-secret">
        <QrCode text={address} name={t('account.app_qr')} />
      </div>
      <p>
        {t('account.app_typed')} <code className="secret">{typed}</code>
      </p>
    </>
  )
}
