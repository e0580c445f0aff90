import './offline/older-phones'
import { createRoot } from 'react-dom/client'
import { translatorFrom } from '@/lib/i18n/translator'
import { OfflineApp, type Wanted } from './offline/app/app'
import { FIRST, type Place } from './offline/app/report-state'
import { dataFor } from './offline/data'
import { localeOfPage } from './offline/locale'
import { keptDraft } from './offline/pin-lock'
import { canSeal, hasStore } from './offline/store'
import { listWaiting } from './offline/waiting'

// The page without network (docs/adr/022): the report, the checker, or what else there is. Kept on the phone by the service
// worker and never loaded by a page that has network, /{locale}/offline apart.

async function begin(): Promise<void> {
  const root = document.getElementById('offline')
  const locale = localeOfPage()
  const data = await dataFor(locale)
  if (root === null || data === null) return
  const tongue = { locale, data, t: translatorFrom(data.words, locale) }
  root.textContent = ''
  createRoot(root).render(<OfflineApp tongue={tongue} wanted={wanted()} start={await firstPlace()} />)
}

function wanted(): Wanted {
  const [, , first = ''] = location.pathname.split('/')
  if (first === 'fees') return 'checker'
  return first === 'report' || first === 'offline' ? 'report' : 'other'
}

/** Who kept answers is asked for the PIN; who has something waiting sees it; everybody else begins at the first page. */
async function firstPlace(): Promise<Place> {
  if (!canSeal() || !(await hasStore())) return FIRST
  try {
    if (await keptDraft.isKept()) return { path: 'unlock', search: {} }
    if ((await listWaiting()).length > 0) return { path: 'waiting', search: {} }
  } catch {
    // A phone that does not let us look: as if nothing were kept.
  }
  return FIRST
}

void begin()
