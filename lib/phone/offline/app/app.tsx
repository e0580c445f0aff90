import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { isLocale } from '@/lib/i18n/locales'
import { keptDraft } from '../pin-lock'
import type { OpenSeal } from '../pin-seal'
import { Checker } from './checker'
import { changeLanguage } from './language'
import { isBegun, ReportScreen, titleOf } from './report-screens'
import { draftText, FIRST, placeIn, type Place, type ReportHere, type Tongue } from './report-state'
import { NeedsNetwork, RestScreen } from './start-screen'

/** What the address asks for: the report, the checker, or a page that cannot be kept. */
export type Wanted = 'report' | 'checker' | 'other'

/** The page without network. All of it is in memory; the address and the history say nothing of the answers. */
export function OfflineApp({ tongue: first, wanted, start }: { tongue: Tongue; wanted: Wanted; start: Place }) {
  const [tongue, setTongue] = useState(first)
  const [place, setPlace] = useState(start)
  const [answers, setAnswers] = useState<ReportAnswers>(noAnswers)
  const [seal, setSeal] = useState<OpenSeal | null>(null)
  const [isResting, setResting] = useState(false)
  const base = `/${tongue.locale}/report`
  const begun = useRef(false)
  useEffect(() => {
    begun.current = isBegun(answers) && seal === null
  }, [answers, seal])

  const saved = useRef<Promise<void> | null>(null)
  const goTo = useCallback((next: Place) => {
    const move = () => {
      history.pushState({ place: next }, '')
      setPlace(next)
    }
    // The next screen says that the answer was taken: closing the page then loses nothing of what is kept.
    if (saved.current === null) move()
    else void saved.current.then(move)
  }, [])
  const go = useCallback((address: string) => goTo(placeIn(base, address) ?? FIRST), [base, goTo])
  const save = useCallback((next: ReportAnswers, under: OpenSeal | null) => {
    if (under === null) return
    // One after the other: sealing takes its time, and the last answers must be the last written.
    const before = saved.current
    const write = async () => {
      await before
      try {
        await keptDraft.save(under, draftText(next))
      } catch {
        setSeal(null)
      }
      if (saved.current === now) saved.current = null
    }
    const now = write()
    saved.current = now
  }, [])
  const here: ReportHere = useMemo(
    () => ({
      tongue,
      answers,
      base,
      seal,
      search: place.search,
      go,
      change: (next) => {
        setAnswers(next)
        save(next, seal)
      },
      keep: (under, loaded) => {
        setSeal(under)
        if (loaded !== undefined) setAnswers(loaded)
      },
      forget: () => {
        setAnswers(noAnswers())
        setSeal(null)
      },
      finish: () => {
        setAnswers(noAnswers())
        setSeal(null)
        goTo({ path: 'waiting', search: {} })
      },
    }),
    [tongue, answers, base, seal, place, go, goTo, save],
  )

  useEffect(() => {
    // After the form has handed over what was typed: it listens longer. Behind a PIN nothing stays in memory either.
    const rest = () =>
      setTimeout(() => {
        document.title = 'Passage'
        if (seal === null) {
          setResting(true)
          return
        }
        setSeal(null)
        setAnswers(noAnswers())
        goTo({ path: 'unlock', search: {} })
      })
    document.addEventListener('rest', rest)
    return () => document.removeEventListener('rest', rest)
  }, [seal, goTo])
  useEffect(() => {
    const back = ({ state }: PopStateEvent) => setPlace((state as { place?: Place } | null)?.place ?? start)
    const ask = (event: BeforeUnloadEvent) => {
      // Leave blanks the page first and must never be held up.
      if ((begun.current || saved.current !== null) && !document.documentElement.hidden) event.preventDefault()
    }
    addEventListener('popstate', back)
    addEventListener('beforeunload', ask)
    return () => {
      removeEventListener('popstate', back)
      removeEventListener('beforeunload', ask)
    }
  }, [start])
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      if (link === null || wanted !== 'report' || link.dataset['leave'] !== undefined) return
      const language = link.closest('.lang') === null ? null : link.lang
      if (language !== null && isLocale(language)) {
        event.preventDefault()
        void changeLanguage(language, tongue).then(setTongue)
        return
      }
      const address = link.getAttribute('href') ?? ''
      const next = address.startsWith('#') ? null : placeIn(base, link.href)
      if (next !== null) {
        event.preventDefault()
        goTo(next)
      } else if (begun.current && address.startsWith('/')) {
        // Another page of ours opens beside the answers, which are on this one only.
        event.preventDefault()
        window.open(link.href, '_blank', 'noopener')
      }
    }
    document.addEventListener('click', press)
    return () => document.removeEventListener('click', press)
  }, [wanted, tongue, base, goTo])
  useLayoutEffect(() => {
    if (wanted !== 'report') return
    document.title = isResting ? 'Passage' : `${titleOf({ tongue }, place)} – Passage`
    scrollTo(0, 0)
    const heading = document.querySelector<HTMLElement>('main h1')
    if (heading === null || place === start) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [wanted, tongue, place, start, isResting])

  if (wanted === 'checker') return <Checker tongue={tongue} search={location.search} />
  if (wanted === 'other') return <NeedsNetwork here={here} />
  return (
    <>
      {isResting ? <RestScreen t={tongue.t} onOpen={() => setResting(false)} /> : null}
      <div hidden={isResting}>
        <ReportScreen here={here} place={place} goBack={() => history.back()} />
      </div>
    </>
  )
}
