import { toLocale } from '@/lib/i18n/locales'
import { StaffFrame } from '../staff-frame'

export default async function PostersLayout({ children, params }: LayoutProps<'/[locale]/posters'>) {
  return (
    <StaffFrame locale={toLocale((await params).locale)} room="posters">
      {children}
    </StaffFrame>
  )
}
