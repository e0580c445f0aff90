import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function SettingsLayout({ children, params }: LayoutProps<'/[locale]/settings'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="settings">
      {children}
    </StaffFrame>
  )
}
