import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function GroupsLayout({ children, params }: LayoutProps<'/[locale]/groups'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="groups">
      {children}
    </StaffFrame>
  )
}
