import type { Translator } from '@/lib/i18n/translate'
import { Pictogram } from './pictogram'

/**
 * Where Leave goes: a page that nobody wonders about. The page itself asks nothing of it; only leaving does.
 * The route /{locale}/leave forgets the draft and the code on this phone, then sends here.
 */
export const LEAVE_TARGET = 'https://www.wikipedia.org/'

/** A plain link that works at once and without scripts. */
export function LeaveLink({ t }: { t: Translator }) {
  return (
    <a className="tool leave" href={`/${t.locale}/leave`} rel="noreferrer" data-leave>
      {t('common.leave')} <Pictogram name="exit" size="text" />
    </a>
  )
}

/**
 * Takes the history entry along when scripts run, and leaves on Escape pressed three times within two seconds.
 * The page goes blank at the press, before the network answers. Inline and tiny, because on a slow phone the
 * rest of the scripts may be half a minute away when somebody comes into the room. Once they are there, `leaveBy`
 * (lib/phone/device.ts) wipes the phone first where no service worker does.
 */
export function LeaveScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} data-own="" suppressHydrationWarning>
      {LEAVE_SCRIPT}
    </script>
  )
}

const LEAVE_SCRIPT = `(function(d){var n=0,t=0
function go(){var a=d.querySelector('a[data-leave]');if(!a)return;d.documentElement.hidden=true;d.title='';window.leaveBy?window.leaveBy(a.href):location.replace(a.href)}
d.addEventListener('click',function(e){if(e.target.closest&&e.target.closest('a[data-leave]')&&!e.ctrlKey&&!e.metaKey&&!e.shiftKey){e.preventDefault();go()}},true)
d.addEventListener('keydown',function(e){if(e.key!=='Escape'){n=0;return}var s=Date.now();n=s-t<2000?n+1:1;if(n===1)t=s;if(n>=3)go()},true)
addEventListener('pageshow',function(e){if(e.persisted&&d.documentElement.hidden)location.reload()})
})(document)`
