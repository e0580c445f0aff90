import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { makePoster } from '@/lib/usecases/posters/make-poster'
import { readPosters } from '@/lib/usecases/posters/read-posters'
import { commentOnTranslation } from '@/lib/usecases/translations/comment-on-translation'
import type { DemoDesk } from './offices'
import { permitted } from './permitted'

/** Two posters of the first office and what a reader said about a word, where nobody has made a poster yet. */
export async function makeDemoPosters(desks: readonly DemoDesk[]): Promise<void> {
  const [desk] = desks
  if (!desk) return
  const grant = permitted(desk.supervisor, 'poster.make')
  if ((await readPosters(grant)).length > 0) return
  await makePoster(grant, { programme: null, jobOrder: null, languages: ['vi', 'my', 'km', 'en'] })
  await makePoster(grant, { programme: 'FERI', jobOrder: 'VN-2026-014', languages: ['vi', 'en'] })
  await commentOnTranslation(
    grantOpen({ kind: 'reporter', caseId: null }, 'translation.comment'),
    grantOpen({ kind: 'door' }, 'door.look_up'),
    {
      locale: 'vi',
      page: '/help',
      wrong: 'Chữ “Quầy ở một nơi” khó hiểu.',
      better: 'Văn phòng ở một tỉnh',
      network: 'demonstration',
    },
  )
}
